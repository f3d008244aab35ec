import { Injectable } from '@nestjs/common';
import { Database, type Destination } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';
import { normalHost } from './mail-host.js';
import { hostsOf, mayShow, type ShownBy } from './may-show.js';

/**
 * Guards where tokens are shown. Whoever points something with a token at a mail server asks here before it is stored,
 * and again before the server is shown the token: a host may have been allowed then and not be any more.
 */
@Injectable()
export class TokenHosts {
  constructor(private readonly database: Database) {}

  /**
   * Lets pass what may see the token. Problem `host-not-for-token` (`host`, `allowed`, `clientId`) at `field`. A token
   * that is not there is nobody's to show, and others say so.
   */
  async require(tokenId: string, host: string, field?: string, tx?: EntityManager): Promise<void> {
    const { rows } = await this.database.query<ShownBy & { clientId: string }>(CLIENT, [tokenId], tx);
    const [client] = rows;
    if (!client || mayShow(client, normalHost(host) ?? host)) return;
    throw oauthProblem('host-not-for-token', {
      ...(field === undefined ? {} : { field }),
      disposition: 'ask-admin',
      params: { host, allowed: hostsOf(client).join(', '), clientId: client.clientId },
    });
  }
}

/**
 * A token never crosses the open internet in clear: without TLS it goes only to loopback and the networks that the
 * operator calls closed. Problem `token-in-clear` (`host`).
 */
export function requireCover(security: 'tls' | 'starttls' | 'none', destination: Destination): void {
  if (security !== 'none' || destination.closed) return;
  const params = { host: destination.servername };
  throw oauthProblem('token-in-clear', { field: 'security', disposition: 'ask-admin', params });
}

const CLIENT = `
  select client.id as "clientId", client.template, client.token_endpoint as "tokenEndpoint",
         client.mail_hosts as "mailHosts"
    from mailroom.oauth_token token join mailroom.oauth_client client on client.id = token.client_id
   where token.id = $1`;
