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

/** Finds the tokens here that stand for those there. A consent cannot be moved: where nobody has connected, none is linked. */
@Injectable()
export class TokensAtHand {
  constructor(private readonly database: Database) {}

  /**
   * Looks for all of these with one question, however many they are, and answers what knows the token for each of them. It
   * is linked only where its client lets the mail server see it.
   */
  async lookFor(wishes: readonly TokenWish[], em: EntityManager): Promise<(wish: TokenWish) => TokenAtHand> {
    if (wishes.length === 0) return tokenAmong([]);
    const clients = wishes.map(({ client }) => client);
    const names = clients.flatMap((client) => (client.by === 'name' ? client.name : []));
    const templates = clients.flatMap((client) =>
      client.by === 'provider' ? TEMPLATES[client.provider] : [],
    );
    const mailboxes = wishes.map(({ mailbox }) => mailbox);
    const all = [names, templates, mailboxes].map((values) => [...new Set(values)]);
    return tokenAmong((await this.database.query<Row>(LOOK, all, em)).rows);
  }
}

const TEMPLATES = { microsoft: '^(microsoft-365|outlook-com)', google: '^google' } as const;

// Of each client the tokens of the mailboxes, and two more: one could be meant where the mailbox has none, two are no choice.
const LOOK = `
  select client.name, client.template, client.token_endpoint as "tokenEndpoint", client.mail_hosts as "mailHosts",
         token.id, token.mailbox
    from mailroom.oauth_client client
    left join lateral (
      select id, mailbox from mailroom.oauth_token
       where client_id = client.id and lower(mailbox) in (select lower(unnest($3::text[])))
      union
      (select id, mailbox from mailroom.oauth_token where client_id = client.id limit 2)) token on true
   where client.name = any($1::text[]) or client.template ~ any($2::text[])`;

interface Row extends ShownBy {
  readonly name: string;
  readonly id: string | null;
  readonly mailbox: string | null;
}
type TokenRow = Row & { readonly id: string; readonly mailbox: string };

function tokenAmong(rows: readonly Row[]): (wish: TokenWish) => TokenAtHand {
  const named = Map.groupBy(rows, ({ name }) => name);
  const owned = Map.groupBy(rows.filter(hasToken), ({ mailbox }) => mailbox.toLowerCase());
  return (wish) => {
    const { client, mailbox } = wish;
    const own = owned.get(mailbox.toLowerCase()) ?? [];
    switch (client.by) {
      case 'number':
        return without(movingNote('client-by-number', { number: client.number }));
      case 'name': {
        const clients = named.get(client.name);
        if (!clients) return without(movingNote('client-missing', { client: client.name }));
        const ofClient = own.filter(({ name }) => name === client.name);
        return chosen(ofClient, clients.filter(hasToken), wish, client.name);
      }
      case 'provider': {
        const template = new RegExp(TEMPLATES[client.provider]);
        const ofProvider = own.filter((row) => template.test(row.template));
        return chosen(ofProvider, [], wish, client.provider === 'google' ? 'Google' : 'Microsoft');
      }
    }
  };
}

const hasToken = (row: Row): row is TokenRow => row.id !== null;

// That of the mailbox itself; else, as there, the one that there is.
function chosen(
  own: readonly TokenRow[],
  any: readonly TokenRow[],
  { mailbox, host }: TokenWish,
  client: string,
): TokenAtHand {
  const [token, ...others] = own.length > 0 ? own : any;
  if (!token) return without(movingNote('consent-missing', { client, mailbox }));
  if (others.length > 0) return without(movingNote('token-unclear', { client, mailbox }));
  if (!mayShow(token, normalHost(host) ?? host)) return without(movingNote('token-not-for-host', { host }));
  const foreign = movingNote('token-of-other-mailbox', { mailbox: token.mailbox });
  return { tokenId: token.id, notes: own.length > 0 ? [] : [foreign] };
}

function without(note: MovingNote): TokenAtHand {
  return { tokenId: null, notes: [note] };
}
