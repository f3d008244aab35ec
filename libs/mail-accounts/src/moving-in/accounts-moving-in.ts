import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  movingNote,
  settledPlan,
  twiceInFile,
  type Actor,
  type ForeignRow,
  type MovingNote,
  type MovingPlan,
} from '@mailroom/kernel';
import { TokensAtHand } from '@mailroom/oauth-tokens';
import { type EntityManager } from 'typeorm';
import { accountAudit } from '../accounts/account-audit.js';
import { AccountCandidates } from '../accounts/account-candidates.js';
import { type NewAccount } from '../accounts/account-input.js';
import { settingsOf } from '../accounts/account-settings.js';
import { MailAccount } from '../accounts/mail-account.js';
import { destinationOf, type MovingDestinations } from './destination-of.js';
import { queueIn, type AccountReading, type MovedAccount } from './moved-account.js';
import { sameLogin, sameMailbox, standsDifferently } from './standing-account.js';

/**
 * Mail accounts of other systems. It only adds: whatever is here already (same protocol, host, login and folder) stays as
 * it is. What comes in fetches nothing before somebody has tested it and set it live.
 */
@Injectable()
export class AccountsMovingIn {
  constructor(
    private readonly candidates: AccountCandidates,
    private readonly tokens: TokensAtHand,
    private readonly audit: AuditLog,
  ) {}

  /** What becomes of each row, in their order; `read` knows the system. */
  async plan(
    rows: readonly ForeignRow[],
    read: (row: ForeignRow) => AccountReading,
    places: MovingDestinations,
    em: EntityManager,
  ): Promise<MovingPlan[]> {
    const standing = await em.getRepository(MailAccount).find();
    const planned: { readonly line: number; readonly input: NewAccount }[] = [];
    const plans: MovingPlan[] = [];
    for (const row of rows) {
      const said = read(row);
      const input = said.kind === 'thing' ? said.thing.input : null;
      const twin = input && planned.find((other) => sameMailbox(other.input, input));
      if (twin)
        plans.push(
          settledPlan(said, { thing: 'account', verdict: 'refused', problem: twiceInFile(twin.line) }),
        );
      else plans.push(await this.planOne(said, standing, places, em));
      if (input) planned.push({ line: row.line, input });
    }
    return plans;
  }

  private async planOne(
    said: AccountReading,
    standing: readonly MailAccount[],
    places: MovingDestinations,
    em: EntityManager,
  ): Promise<MovingPlan> {
    if (said.kind === 'nothing') return settledPlan(said, { thing: null, verdict: 'nothing' });
    if (said.kind === 'refused')
      return settledPlan(said, { thing: 'account', verdict: 'refused', problem: said.problem });
    const { thing, reading, name } = said;
    const found = await this.find(thing, places, em);
    const input = { ...thing.input, tokenId: found.tokenId, destination: found.destination };
    if (thing.queue !== null) reading.maps(queueIn(reading.row), 'destination', found.destination);
    const here = standing.find((row) => sameMailbox(row, input));
    if (here) {
      const notes = standsDifferently(here, input);
      return settledPlan(said, { thing: 'account', verdict: 'here', id: here.id, notes });
    }
    const other = standing.find((row) => sameLogin(row, input));
    const notes = [
      ...beginningOf(thing),
      ...reading.notes,
      ...found.notes,
      ...(other ? [movingNote('mailbox-in-other-folder', { name: other.name })] : []),
    ];
    const { fields, row } = reading;
    return {
      row: { line: row.line, name, thing: 'account', verdict: 'new', id: null, fields, notes, problem: null },
      store: (actor, tx) => this.store({ ...thing, input }, actor, tx),
    };
  }

  // The token and the destination that stand for theirs.
  private async find({ wish, queue }: MovedAccount, places: MovingDestinations, em: EntityManager) {
    const token = wish && (await this.tokens.find(wish, em));
    const place = queue === null ? null : destinationOf(queue, places);
    const notes: readonly MovingNote[] = [...(token?.notes ?? []), ...(place?.notes ?? [])];
    return { tokenId: token?.tokenId ?? null, destination: place?.destination ?? null, notes };
  }

  private async store(
    { input, password, state }: MovedAccount,
    actor: Actor,
    tx: EntityManager,
  ): Promise<string> {
    const typed = password ? { password: password.reveal() } : {};
    const { id, sealedPassword, ...row } = this.candidates.unfinished({ ...input, ...typed });
    const settings = settingsOf(row);
    // Archived accounts hold on to no token.
    const tokenId = state === 'archived' ? null : settings.tokenId;
    await tx.getRepository(MailAccount).insert({ id, sealedPassword, ...settings, tokenId, state });
    const { name } = settings;
    await this.audit.record(accountAudit('account-created', { id, name }, actor, { state }), tx);
    return id;
  }
}

function beginningOf({ state, password, wish, input }: MovedAccount): MovingNote[] {
  const begins = { draft: 'starts-as-draft', paused: 'stays-paused', archived: 'stays-archived' } as const;
  return [
    movingNote(begins[state]),
    ...(wish ? [] : [movingNote(password ? 'password-sealed' : 'password-missing')]),
    ...(input.login.includes('@') ? [] : [movingNote('address-missing', { login: input.login })]),
  ];
}
