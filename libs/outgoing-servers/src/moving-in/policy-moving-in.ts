import { Injectable } from '@nestjs/common';
import {
  kernelProblem,
  movingNote,
  Problem,
  RowReading,
  settledPlan,
  twiceInFile,
  type Actor,
  type ForeignRow,
  type ForeignValue,
  type MovingPlan,
} from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type SenderRules } from '../routing/sender-rules.js';
import { normalRules } from '../sender-policy/policy-schema.js';
import { SenderPolicies } from '../sender-policy/sender-policies.js';
import { planAliasDomains, POLICY } from './plan-alias-domains.js';
import { sayOtherPlace, SENDER_PARAMETERS, type SenderField } from './odoo-parameters.js';

interface Said {
  readonly reading: RowReading;
  readonly name: string | null;
  readonly field: SenderField | null;
  readonly value: ForeignValue | null;
}

/** System parameters and alias domains of Odoo, which become the sender policy. It only fills what is empty: a rule that is set here stays. */
@Injectable()
export class PolicyMovingIn {
  constructor(private readonly policies: SenderPolicies) {}

  /** What becomes of each row, in their order. All that is new is stored as one change of the policy. */
  async plan(rows: readonly ForeignRow[], em: EntityManager): Promise<MovingPlan[]> {
    const here = await this.policies.rules(em);
    const said = rows.map(readParameter);
    const domain = said.find(({ field }) => field === 'catchallDomain')?.value?.text ?? null;
    const ground = { ...here, catchallDomain: here.catchallDomain ?? domain };
    const part: Partial<Record<SenderField, string>> = {};
    // One change for all of them: a local part is nothing without its domain.
    let change: Promise<unknown> | undefined;
    const store = async (actor: Actor, tx: EntityManager) => {
      await (change ??= this.policies.change(part, actor, tx));
      return POLICY;
    };
    const lines = new Map<SenderField, number>();
    return said.map((one) => {
      const twin = one.field && one.value ? lines.get(one.field) : undefined;
      if (one.field && one.value && twin === undefined) lines.set(one.field, one.reading.row.line);
      return planOne(one, { here, ground, part, twin, store });
    });
  }

  /** The same for alias domains, which Odoo has in place of some parameters from version 17 on. */
  async planDomains(rows: readonly ForeignRow[], em: EntityManager): Promise<MovingPlan[]> {
    return planAliasDomains(rows, await this.policies.rules(em), async (part, actor, tx) => {
      await this.policies.change(part, actor, tx);
      return POLICY;
    });
  }
}

function readParameter(row: ForeignRow): Said {
  const reading = new RowReading(row);
  const key = row.text('key');
  const value = row.value('value');
  const field = key !== null && key in SENDER_PARAMETERS ? SENDER_PARAMETERS[key] : undefined;
  // Odoo writes the absence of a value as a word.
  const isSet = value !== null && !/^(false|none)$/i.test(value.text);
  return { reading, name: key, field: field ?? null, value: isSet ? value : null };
}

interface Ground {
  readonly here: SenderRules;
  readonly ground: SenderRules;
  readonly part: Partial<Record<SenderField, string>>;
  readonly twin: number | undefined;
  readonly store: NonNullable<MovingPlan['store']>;
}

function planOne(said: Said, { here, ground, part, twin, store }: Ground): MovingPlan {
  const { reading, name, field, value } = said;
  const thing = 'policy';
  if (field === null || value === null) {
    if (value !== null) sayOtherPlace(reading, name ?? '');
    return settledPlan(said, { thing: null, verdict: 'nothing' });
  }
  if (twin !== undefined) return settledPlan(said, { thing, verdict: 'refused', problem: twiceInFile(twin) });
  const wanted = wantedOf(field, value, ground);
  if (wanted instanceof Problem) return settledPlan(said, { thing, verdict: 'refused', problem: wanted });
  reading.maps({ column: name ?? '', text: value.text }, field, wanted);
  const stands = here[field] ?? '';
  if (stands !== '') {
    const differs = movingNote('differs-here', { setting: field, here: stands, there: wanted });
    return settledPlan(said, {
      thing,
      verdict: 'here',
      id: POLICY,
      notes: stands === wanted ? [] : [differs],
    });
  }
  part[field] = wanted;
  const { line } = reading.row;
  const { fields, notes } = reading;
  return { row: { line, name, thing, verdict: 'new', id: null, fields, notes, problem: null }, store };
}

// As it would be stored: a local part alone is nothing where no domain goes with it.
function wantedOf(field: SenderField, { text }: ForeignValue, ground: SenderRules): string | Problem {
  const domains = field === 'catchallDomain' || field === 'defaultFromFilter';
  if (!domains && !text.includes('@') && ground.catchallDomain === null)
    return kernelProblem('row-incomplete', { field, params: { column: 'mail.catchall.domain' } });
  try {
    return normalRules({ ...ground, [field]: text })[field] ?? '';
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
}
