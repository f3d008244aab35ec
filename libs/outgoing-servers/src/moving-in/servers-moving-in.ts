import { Injectable } from '@nestjs/common';
import {
  movingNote,
  settledPlan,
  twiceInFile,
  type ForeignRow,
  type MovingNote,
  type MovingPlan,
} from '@mailroom/kernel';
import { TokensAtHand, type TokenWish } from '@mailroom/oauth-tokens';
import { type EntityManager } from 'typeorm';
import { OutgoingServer } from '../servers/outgoing-server.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { type NewServer } from '../servers/server-schema.js';
import { type MovedServer, type ServerReading } from './moved-server.js';
import { sameServer, standsDifferently } from './standing-server.js';

/**
 * Outgoing servers of other systems. It only adds: what is here already (same host and login) stays as it is, and a fallback
 * stays the fallback. What comes in sends nothing before somebody has set it live.
 */
@Injectable()
export class ServersMovingIn {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly tokens: TokensAtHand,
  ) {}

  /** What becomes of each row, in their order; `read` knows the system. */
  async plan(
    rows: readonly ForeignRow[],
    read: (row: ForeignRow) => ServerReading,
    em: EntityManager,
  ): Promise<MovingPlan[]> {
    const standing = await em.getRepository(OutgoingServer).find();
    const planned: { readonly line: number; readonly input: NewServer }[] = [];
    const plans: MovingPlan[] = [];
    const readings = rows.map(read);
    const tokenFor = await this.tokens.lookFor(readings.flatMap(wishOf), em);
    for (const said of readings) {
      const input = said.kind === 'thing' ? said.thing.input : null;
      const twin = input && planned.find((other) => sameServer(other.input, input));
      if (twin)
        plans.push(
          settledPlan(said, { thing: 'server', verdict: 'refused', problem: twiceInFile(twin.line) }),
        );
      else plans.push(this.planOne(said, { standing, planned, tokenFor }));
      if (input) planned.push({ line: said.reading.row.line, input });
    }
    return plans;
  }

  private planOne(said: ServerReading, { standing, planned, tokenFor }: AtHand): MovingPlan {
    const kind = 'server';
    if (said.kind === 'nothing') return settledPlan(said, { thing: null, verdict: 'nothing' });
    if (said.kind === 'refused')
      return settledPlan(said, { thing: kind, verdict: 'refused', problem: said.problem });
    const { thing, reading, name } = said;
    const here = standing.find((server) => sameServer(server, thing.input));
    if (here) {
      const notes = standsDifferently(here, thing.input);
      return settledPlan(said, { thing: kind, verdict: 'here', id: here.id, notes });
    }
    const token = thing.wish && tokenFor(thing.wish);
    const taken = thing.input.isFallback && fallbackAmong(standing, planned);
    const notes: MovingNote[] = [
      ...beginningOf(thing),
      ...reading.notes,
      ...(token?.notes ?? []),
      ...(taken ? [movingNote('fallback-taken', { name: taken })] : []),
    ];
    // Archived servers hold on to no token.
    const tokenId = thing.state === 'archived' ? null : (token?.tokenId ?? null);
    const input = { ...thing.input, tokenId, isFallback: thing.input.isFallback && !taken };
    const { fields, row } = reading;
    return {
      row: { line: row.line, name, thing: kind, verdict: 'new', id: null, fields, notes, problem: null },
      store: (actor, tx) => this.servers.add(withPassword(input, thing), actor, tx, thing.state),
    };
  }
}

/** What is here that a row may come to, and what came of those before it. */
interface AtHand {
  readonly standing: readonly OutgoingServer[];
  readonly planned: readonly { readonly input: NewServer }[];
  readonly tokenFor: Awaited<ReturnType<TokensAtHand['lookFor']>>;
}

function wishOf(said: ServerReading): TokenWish[] {
  return said.kind === 'thing' && said.thing.wish ? [said.thing.wish] : [];
}

function withPassword(input: NewServer, { password }: MovedServer): NewServer {
  return password ? { ...input, password: password.reveal() } : input;
}

function fallbackAmong(
  standing: readonly OutgoingServer[],
  planned: readonly { readonly input: NewServer }[],
): string | undefined {
  return (
    standing.find(({ isFallback }) => isFallback)?.name ??
    planned.find(({ input }) => input.isFallback)?.input.name
  );
}

function beginningOf({ state, password, input }: MovedServer): MovingNote[] {
  const begins = { draft: 'starts-as-draft', paused: 'stays-paused', archived: 'stays-archived' } as const;
  const signsIn = input.auth === 'password';
  return [
    movingNote(begins[state]),
    ...(signsIn ? [movingNote(password ? 'password-sealed' : 'password-missing')] : []),
  ];
}
