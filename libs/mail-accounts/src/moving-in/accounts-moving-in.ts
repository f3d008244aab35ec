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
import { TokensAtHand, type TokenWish } from '@mailroom/oauth-tokens';
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
    const readings = rows.map(read);
    const tokenFor = await this.tokens.lookFor(readings.flatMap(wishOf), em);
    for (const said of readings) {
      const input = said.kind === 'thing' ? said.thing.input : null;
      const twin = input && planned.find((other) => sameMailbox(other.input, input));
      if (twin)
        plans.push(
          settledPlan(said, { thing: 'account', verdict: 'refused', problem: twiceInFile(twin.line) }),
        );
      else plans.push(this.planOne(said, { standing, places, tokenFor }));
      if (input) planned.push({ line: said.reading.row.line, input });
    }
    return plans;
  }

  private planOne(said: AccountReading, here: AtHand): MovingPlan {
    if (said.kind === 'nothing') return settledPlan(said, { thing: null, verdict: 'nothing' });
    if (said.kind === 'refused')
      return settledPlan(said, { thing: 'account', verdict: 'refused', problem: said.problem });
    const { thing, reading, name } = said;
    const found = find(thing, here);
    const input = { ...thing.input, tokenId: found.tokenId, destination: found.destination };
    if (thing.queue !== null) reading.maps(queueIn(reading.row), 'destination', found.destination);
    const same = here.standing.find((row) => sameMailbox(row, input));
    if (same) {
      const notes = standsDifferently(same, input);
      return settledPlan(said, { thing: 'account', verdict: 'here', id: same.id, notes });
    }
    const other = here.standing.find((row) => sameLogin(row, input));
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

/** What is here that a row may come to. */
interface AtHand {
  readonly standing: readonly MailAccount[];
  readonly places: MovingDestinations;
  readonly tokenFor: Awaited<ReturnType<TokensAtHand['lookFor']>>;
}

// The token and the destination that stand for theirs.
function find({ wish, queue }: MovedAccount, { places, tokenFor }: AtHand) {
  const token = wish && tokenFor(wish);
  const place = queue === null ? null : destinationOf(queue, places);
  const notes: readonly MovingNote[] = [...(token?.notes ?? []), ...(place?.notes ?? [])];
  return { tokenId: token?.tokenId ?? null, destination: place?.destination ?? null, notes };
}

function wishOf(said: AccountReading): TokenWish[] {
  return said.kind === 'thing' && said.thing.wish ? [said.thing.wish] : [];
}

function beginningOf({ state, password, wish, input }: MovedAccount): MovingNote[] {
  const begins = { draft: 'starts-as-draft', paused: 'stays-paused', archived: 'stays-archived' } as const;
  return [
    movingNote(begins[state]),
    ...(wish ? [] : [movingNote(password ? 'password-sealed' : 'password-missing')]),
    ...(input.login.includes('@') ? [] : [movingNote('address-missing', { login: input.login })]),
  ];
}
