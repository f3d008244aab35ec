import {
  movingNote,
  Problem,
  settledPlan,
  type Actor,
  type ForeignRow,
  type ForeignValue,
  type MovingNote,
  type MovingPlan,
} from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type SenderRules } from '../routing/sender-rules.js';
import { normalRules } from '../sender-policy/policy-schema.js';
import { readAliasDomain, type AliasDomain, type AliasDomainReading } from './read-alias-domain.js';

/** The policy is one row of its own; so is its id in a report. */
export const POLICY = 'sender-policy';

type Main = Extract<AliasDomainReading, { kind: 'thing' }>;
type Rule = 'catchallDomain' | 'bounceFrom' | 'defaultFrom';

/** Stores what is new of the sender policy; answers its id in a report. */
type StorePart = (part: Partial<SenderRules>, actor: Actor, tx: EntityManager) => Promise<string>;

/**
 * What becomes of each alias domain of Odoo, which took the place of system parameters in version 17. One of them becomes the sender
 * policy: that of the domain that is `here`, else the one that comes first there. It only fills what is empty.
 */
export function planAliasDomains(
  rows: readonly ForeignRow[],
  here: SenderRules,
  store: StorePart,
): MovingPlan[] {
  const readings = rows.map(readAliasDomain);
  const main = mainOf(readings, here.catchallDomain);
  return readings.map((reading) =>
    reading.kind === 'thing' && reading === main ? planMain(reading, here, store) : planOther(reading, main),
  );
}

function planMain(said: Main, here: SenderRules, store: StorePart): MovingPlan {
  const thing = 'policy';
  const wanted = wantedOf(said.thing, here);
  if (wanted instanceof Problem) return settledPlan(said, { thing, verdict: 'refused', problem: wanted });
  const part: Partial<Record<Rule, string>> = {};
  const differences: MovingNote[] = [];
  for (const [rule, value, there] of wanted) {
    said.reading.maps(value, rule, there);
    const stands = here[rule];
    if (stands === null) part[rule] = there;
    else if (whole(stands, here) !== whole(there, here))
      differences.push(movingNote('differs-here', { setting: rule, here: stands, there }));
  }
  if (Object.keys(part).length === 0)
    return settledPlan(said, { thing, verdict: 'here', id: POLICY, notes: differences });
  const { reading, name } = said;
  const notes = [...reading.notes, ...differences];
  const { line } = reading.row;
  const row = {
    line,
    name,
    thing,
    verdict: 'new',
    id: null,
    fields: reading.fields,
    notes,
    problem: null,
  } as const;
  return { row, store: (actor, tx) => store(part, actor, tx) };
}

function mainOf(readings: readonly AliasDomainReading[], ours: string | null): Main | null {
  const found = readings.filter((reading): reading is Main => reading.kind === 'thing');
  const [first = null] = found.toSorted((a, b) => a.thing.sequence - b.thing.sequence);
  return found.find(({ thing }) => thing.domain === ours) ?? first;
}

function planOther(said: AliasDomainReading, main: Main | null): MovingPlan {
  if (said.kind === 'refused')
    return settledPlan(said, { thing: 'policy', verdict: 'refused', problem: said.problem });
  if (said.kind === 'thing' && main)
    said.reading.say('one-sender-policy', { domain: said.thing.domain, main: main.thing.domain });
  return settledPlan(said, { thing: null, verdict: 'nothing' });
}

/** What each rule would be, as it would be stored: where another domain is here, addresses are told in full. */
function wantedOf(
  { domain, name, bounce, defaultFrom }: AliasDomain,
  here: SenderRules,
): [Rule, ForeignValue, string][] | Problem {
  const ours = here.catchallDomain ?? domain;
  const senderOf = ({ text }: ForeignValue) =>
    ours === domain || text.includes('@') ? text : `${text}@${domain}`;
  const said: [Rule, ForeignValue | null, string | null][] = [
    ['catchallDomain', name, domain],
    ['bounceFrom', bounce, bounce && senderOf(bounce)],
    ['defaultFrom', defaultFrom, defaultFrom && senderOf(defaultFrom)],
  ];
  try {
    return said.flatMap(([rule, value, wish]) => {
      const there = wish && normalRules({ ...here, catchallDomain: ours, [rule]: wish })[rule];
      return value && there ? [[rule, value, there]] : [];
    });
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
}

/** A sender with its domain: `bounce` and `bounce@house.example` are one where that is the domain. */
function whole(sender: string, { catchallDomain }: SenderRules): string {
  return sender.includes('@') || catchallDomain === null || sender === catchallDomain
    ? sender
    : `${sender}@${catchallDomain}`;
}
