import { Injectable } from '@nestjs/common';
import { Database, movingNote, type MovingNote } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { normalHost } from '../hosts/mail-host.js';
import { mayShow, type ShownBy } from '../hosts/may-show.js';

/** How a row of another system names what it signs in with: a client by name, by their number, or by its provider alone. */
export type ForeignClient =
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'provider'; readonly provider: 'microsoft' | 'google' };

/** The token that an account or a server of another system wants. */
export interface TokenWish {
  readonly client: ForeignClient;
  /** The mailbox that it opens. */
  readonly mailbox: string;
  /** The mail server that is shown the token. */
  readonly host: string;
}

/** A token to link, or none; and what is to be said about it. */
export interface TokenAtHand {
  readonly tokenId: string | null;
  readonly notes: readonly MovingNote[];
}

/** Finds the token here that stands for the one there. A consent cannot be moved: where nobody has connected, none is linked. */
@Injectable()
export class TokensAtHand {
  constructor(private readonly database: Database) {}

  /** The token for a wish. It is linked only where its client lets the mail server see it. */
  async find(wish: TokenWish, em: EntityManager): Promise<TokenAtHand> {
    const { client, mailbox } = wish;
    switch (client.by) {
      case 'number':
        return without(movingNote('client-by-number', { number: client.number }));
      case 'name': {
        const rows = await this.ask('client.name = $1', [client.name], em);
        if (rows.length === 0) return without(movingNote('client-missing', { client: client.name }));
        return chosen(rows.filter(hasToken), wish, client.name);
      }
      case 'provider': {
        const condition = 'client.template ~ $1 and lower(token.mailbox) = lower($2)';
        const rows = await this.ask(condition, [TEMPLATES[client.provider], mailbox], em);
        return chosen(rows.filter(hasToken), wish, client.provider === 'google' ? 'Google' : 'Microsoft');
      }
    }
  }

  private async ask(condition: string, parameters: unknown[], em: EntityManager): Promise<Row[]> {
    const sql = `
      select token.id, token.mailbox, client.template, client.token_endpoint as "tokenEndpoint",
             client.mail_hosts as "mailHosts"
        from mailroom.oauth_client client left join mailroom.oauth_token token on token.client_id = client.id
       where ${condition}
       order by token.mailbox, token.id
       limit ${AT_MOST}`;
    return (await this.database.query<Row>(sql, parameters, em)).rows;
  }
}

/** More than that many are no choice that could be made here. */
const AT_MOST = 1_000;
const TEMPLATES = { microsoft: '^(microsoft-365|outlook-com)', google: '^google' } as const;

interface Row extends ShownBy {
  readonly id: string | null;
  readonly mailbox: string | null;
}
type TokenRow = Row & { readonly id: string; readonly mailbox: string };

const hasToken = (row: Row): row is TokenRow => row.id !== null;

// That of the mailbox itself; else, as there, the one that there is.
function chosen(rows: readonly TokenRow[], { mailbox, host }: TokenWish, client: string): TokenAtHand {
  const own = rows.filter((row) => row.mailbox.toLowerCase() === mailbox.toLowerCase());
  const [token, ...others] = own.length > 0 ? own : rows;
  if (!token) return without(movingNote('consent-missing', { client, mailbox }));
  if (others.length > 0) return without(movingNote('token-unclear', { client, mailbox }));
  if (!mayShow(token, normalHost(host) ?? host)) return without(movingNote('token-not-for-host', { host }));
  const foreign = movingNote('token-of-other-mailbox', { mailbox: token.mailbox });
  return { tokenId: token.id, notes: own.length > 0 ? [] : [foreign] };
}

function without(note: MovingNote): TokenAtHand {
  return { tokenId: null, notes: [note] };
}
