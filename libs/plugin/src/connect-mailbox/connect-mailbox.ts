import { Injectable } from '@nestjs/common';
import { findingsOf, Problem, type Actor, type Findings, type TypedForm } from '@mailroom/kernel';
import { MailAccounts, type NewAccount } from '@mailroom/mail-accounts';
import { OAuthClients, TokenHealth, oauthProblem, templateOf } from '@mailroom/oauth-tokens';
import { OutgoingServers, ServerCheck, type NewServer } from '@mailroom/outgoing-servers';
import { type ConnectedMailbox, type ConnectMailboxInput, type MailboxDraft } from './connect-input.js';
import { accountFor, serverFor, type MailHosts } from './mailbox-settings.js';

/** Makes an account and a server of one consent or one password, checks both, and sets live what passed. */
@Injectable()
export class ConnectMailbox {
  constructor(
    private readonly tokens: TokenHealth,
    private readonly clients: OAuthClients,
    private readonly accounts: MailAccounts,
    private readonly servers: OutgoingServers,
    private readonly serverCheck: ServerCheck,
  ) {}

  /** Both or neither come into being. Problems: `token-not-found`, `mailbox-required`, `invalid-input`, `host-not-for-token`, those of accounts and servers. */
  async run(input: ConnectMailboxInput, actor: Actor): Promise<ConnectedMailbox> {
    const { mailbox, hosts } = await this.origin(input);
    const account = accountFor(input, mailbox, hosts);
    const server = serverFor(input, mailbox, hosts);
    await this.judgeAccount(account);
    await this.judgeServer(server);
    const { accountId, serverId } = await this.create(account, server, actor);
    const [accountSteps, serverSteps] = await Promise.all([
      accountId === null ? null : this.bringAccountToLife(accountId, actor),
      serverId === null ? null : this.bringServerToLife(serverId, actor),
    ]);
    return { accountId, serverId, checks: { account: accountSteps, server: serverSteps } };
  }

  /** What the rules say to a form that is being filled in, with the fields as `ConnectMailboxInput` has them. */
  findings(form: TypedForm<MailboxDraft>): Promise<Findings> {
    const input = form.draft && asIfWhole(form.draft);
    const judge = async (direction: 'incoming' | 'outgoing') => {
      if (!input?.[direction]) return;
      const { mailbox, hosts } = await this.origin(input);
      if (direction === 'incoming') await this.judgeAccount(accountFor(input, mailbox, hosts));
      else await this.judgeServer(serverFor(input, mailbox, hosts));
    };
    return findingsOf(
      form,
      () => judge('incoming'),
      () => judge('outgoing'),
    );
  }

  private async judgeAccount(account: NewAccount | null): Promise<void> {
    if (account) await placed(account.kind ?? 'imap', this.accounts.judge(account));
  }

  private async judgeServer(server: NewServer | null): Promise<void> {
    if (server) await placed('smtp', this.servers.judge(server));
  }

  private async origin({
    tokenId,
    address,
  }: ConnectMailboxInput): Promise<{ mailbox: string; hosts: MailHosts }> {
    if (tokenId === undefined) {
      if (address === undefined) throw oauthProblem('mailbox-required', { field: 'address' });
      return { mailbox: address, hosts: null };
    }
    const [token] = await this.tokens.of([tokenId]);
    if (!token) throw oauthProblem('token-not-found', { params: { tokenId } });
    const { template, flow } = await this.clients.get(token.clientId);
    // An application opens many mailboxes: nobody but the admin knows which one is meant.
    if (flow === 'client-credentials' && address === undefined)
      throw oauthProblem('mailbox-required', { field: 'address' });
    return { mailbox: address ?? token.mailbox, hosts: templateOf(template).mail };
  }

  // The server first: it can be taken back without a trace when the account is refused.
  private async create(account: NewAccount | null, server: NewServer | null, actor: Actor) {
    const serverId = server && (await this.servers.create(server, actor)).id;
    try {
      return { serverId, accountId: account && (await this.accounts.create(account, actor)).id };
    } catch (error) {
      if (serverId) await this.servers.remove(serverId, actor);
      throw error;
    }
  }

  private async bringAccountToLife(id: string, actor: Actor): Promise<ConnectedMailbox['checks']['account']> {
    const { steps } = await this.accounts.check(id);
    if (steps.every(({ ok }) => ok)) await this.accounts.setState(id, 'live', actor);
    return steps;
  }

  private async bringServerToLife(id: string, actor: Actor): Promise<ConnectedMailbox['checks']['server']> {
    const steps = await this.serverCheck.saved(id);
    if (steps.every(({ ok }) => ok)) await this.servers.setState(id, 'live', actor);
    return steps;
  }
}

const PLACE: ReadonlySet<string> = new Set(['host', 'port', 'security']);

// Account and server have fields of the same names; here each belongs to one of several hosts.
async function placed(at: 'imap' | 'pop3' | 'smtp', judged: Promise<void>): Promise<void> {
  try {
    await judged;
  } catch (error) {
    if (!(error instanceof Problem) || !PLACE.has(error.field ?? '')) throw error;
    const { code, kind, params, disposition } = error;
    throw new Problem(code, kind, { params, disposition, field: `${at}.${error.field}`, cause: error });
  }
}

/** With what stands for that which a form does not hold yet, and breaks no rule. */
function asIfWhole(draft: MailboxDraft): ConnectMailboxInput {
  const { name = 'nothing', incoming = null, outgoing = null, ...rest } = draft;
  const typed = { ...rest, name, incoming, outgoing };
  if (draft.tokenId !== undefined) return typed;
  const { password = 'nothing', address = 'nobody@nowhere.invalid' } = draft;
  return { ...typed, password, address };
}
