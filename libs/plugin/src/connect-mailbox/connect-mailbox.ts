import { Injectable } from '@nestjs/common';
import { type Actor } from '@mailroom/kernel';
import { MailAccounts, type NewAccount } from '@mailroom/mail-accounts';
import { OAuthClients, TokenHealth, TokenHosts, oauthProblem, templateOf } from '@mailroom/oauth-tokens';
import { OutgoingServers, ServerCheck, type NewServer } from '@mailroom/outgoing-servers';
import { type ConnectedMailbox, type ConnectMailboxInput } from './connect-input.js';
import { accountFor, serverFor, type MailHosts } from './mailbox-settings.js';

/** Makes an account and a server of one consent or one password, checks both, and sets live what passed. */
@Injectable()
export class ConnectMailbox {
  constructor(
    private readonly tokens: TokenHealth,
    private readonly clients: OAuthClients,
    private readonly tokenHosts: TokenHosts,
    private readonly accounts: MailAccounts,
    private readonly servers: OutgoingServers,
    private readonly serverCheck: ServerCheck,
  ) {}

  /** Both or neither come into being. Problems: `token-not-found`, `mailbox-required`, `invalid-input`, `host-not-for-token`, those of accounts and servers. */
  async run(input: ConnectMailboxInput, actor: Actor): Promise<ConnectedMailbox> {
    const { mailbox, hosts } = await this.origin(input);
    const account = accountFor(input, mailbox, hosts);
    const server = serverFor(input, mailbox, hosts);
    await this.requireHosts(input.tokenId, account, server);
    const { accountId, serverId } = await this.create(account, server, actor);
    const [accountSteps, serverSteps] = await Promise.all([
      accountId === null ? null : this.bringAccountToLife(accountId, actor),
      serverId === null ? null : this.bringServerToLife(serverId, actor),
    ]);
    return { accountId, serverId, checks: { account: accountSteps, server: serverSteps } };
  }

  // A password goes where its admin types it; a token only where its client says.
  private async requireHosts(
    tokenId: string | undefined,
    account: NewAccount | null,
    server: NewServer | null,
  ) {
    if (tokenId === undefined) return;
    if (account) await this.tokenHosts.require(tokenId, account.host, `${account.kind ?? 'imap'}.host`);
    if (server) await this.tokenHosts.require(tokenId, server.host, 'smtp.host');
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
