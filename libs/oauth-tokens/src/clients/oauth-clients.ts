import { Injectable } from '@nestjs/common';
import {
  type Precondition,
  Database,
  findingsOf,
  SecretBox,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { Not, type EntityManager } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';
import { templateOf } from '../providers/client-templates.js';
import { ChangeClient } from './change-client.js';
import { settingsRules } from './check-settings.js';
import { type ClientAccess } from './client-access.js';
import { clientAnswer, type Client } from './client-answer.js';
import { settingsIn, type ClientForm } from './client-form.js';
import { type ClientChanges, type NewClient } from './client-input.js';
import { ClientSecrets, type SealedSecret } from './client-secrets.js';
import { OAuthClient } from './oauth-client.js';
import { openClient } from './open-client.js';
import { RegisterClient } from './register-client.js';
import { nameTaken } from './uniquely-named.js';

/** The app registrations. Secrets go in and never come out, except to the token endpoint that they are bound to. */
@Injectable()
export class OAuthClients {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly secrets: ClientSecrets,
    private readonly registering: RegisterClient,
    private readonly changing: ChangeClient,
  ) {}

  /** All, by name. */
  async list(): Promise<Client[]> {
    const rows = await this.database.run((em) =>
      em.getRepository(OAuthClient).find({ order: { name: 'asc' } }),
    );
    const secrets = await this.secrets.rowsOf(rows.map(({ id }) => id));
    return rows.map((row) => clientAnswer(row, secrets));
  }

  /** Problem `client-not-found`. */
  async get(id: string): Promise<Client> {
    return clientAnswer(await this.row(id), await this.secrets.rowsOf([id]));
  }

  /** A client opened for use. Problems `client-not-found`, `secret-unreadable`. */
  async open(id: string): Promise<ClientAccess> {
    return this.opened(await this.row(id), await this.secrets.toTry(id));
  }

  /** The same for one that was read already, with its secrets in the order in which to try them. */
  opened(row: OAuthClient, secrets: readonly SealedSecret[]): ClientAccess {
    return openClient(this.box, row, this.secrets.open(row, secrets));
  }

  /** Registers a client. Problems: those of the input, of discovery, and `client-name-taken`. */
  async create(input: NewClient, actor: Actor): Promise<Client> {
    return this.get(await this.registering.run(input, actor));
  }

  /**
   * Changes a client. Another origin of the token endpoint needs the secret or the key again
   * (problem `secret-required-for-new-origin`), and its tokens a new consent; other failures get a new chance.
   * Problem `changed-meanwhile` where that is not the client that was meant.
   */
  async change(
    id: string,
    changes: ClientChanges,
    actor: Actor,
    precondition?: Precondition,
  ): Promise<Client> {
    await this.changing.run(id, changes, actor, precondition);
    return this.get(id);
  }

  /** What the rules say to a form that is being filled in. Problem `client-not-found` for an `id` that is none. */
  async findings(form: TypedForm<ClientForm>): Promise<Findings> {
    const id = form.draft?.id;
    const former = id === undefined ? null : await this.row(id);
    const rules = settingsRules.map((rule) => (draft: ClientForm) => {
      const settings = settingsIn(draft, former);
      if (settings) rule(settings, templateOf(settings.template));
    });
    return findingsOf(form, ...rules, ({ name }) => this.requireFree(name, id));
  }

  // Of two who store a name at once the database takes one, see `uniquelyNamed`.
  private async requireFree(name: string | undefined, butOf: string | undefined): Promise<void> {
    if (name === undefined) return;
    const other = butOf === undefined ? {} : { id: Not(butOf) };
    const clients = (em: EntityManager) => em.getRepository(OAuthClient);
    if (await this.database.run((em) => clients(em).existsBy({ name, ...other }))) throw nameTaken();
  }

  private async row(id: string): Promise<OAuthClient> {
    const row = await this.database.run((em) => em.getRepository(OAuthClient).findOneBy({ id }));
    if (!row) throw oauthProblem('client-not-found', { params: { clientId: id } });
    return row;
  }
}
