import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type MailHost } from '../hosts/mail-host.js';
import { submissionHost } from '../hosts/submission-host.js';
import { type Provider } from '../providers/client-template.js';
import { templateOf } from '../providers/client-templates.js';
import { OAuthClient } from './oauth-client.js';

/** A client as staff who are no admins know it, and where it leads, which they are not told. */
export interface PersonalClient {
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  readonly submission: MailHost;
}

/** The clients that an admin opened for mailboxes of staff. All others do not exist here. */
@Injectable()
export class PersonalClients {
  constructor(private readonly database: Database) {}

  /** All that can be used just now, by name; read through `tx` when given. */
  async list(tx?: EntityManager): Promise<PersonalClient[]> {
    const where = { personalServers: true, validity: 'valid', flow: 'authorization-code' } as const;
    const find = (em: EntityManager): Promise<OAuthClient[]> =>
      em.getRepository(OAuthClient).find({ where, order: { name: 'asc', id: 'asc' } });
    const rows = await (tx ? find(tx) : this.database.run(find));
    return rows.flatMap(personal);
  }

  /** One of them, or null, whatever the reason. */
  async find(id: string, tx?: EntityManager): Promise<PersonalClient | null> {
    return (await this.list(tx)).find((client) => client.id === id) ?? null;
  }
}

function personal(row: OAuthClient): PersonalClient[] {
  const { id, name, identity } = row;
  const submission = submissionHost(row);
  if (identity !== 'id-token' || submission === null) return [];
  return [{ id, name, provider: templateOf(row.template).provider, submission }];
}
