import { conditionHolds, type Condition, type MailFacts } from './condition.js';

/** What a rule does with the mail that it is about. */
export interface RuleActions {
  /** Go on with the next rule, stop here, keep it from the host for good, or keep it in quarantine. */
  readonly then: 'continue' | 'stop' | 'ignore' | 'quarantine';
  /** An id of the host's `destinations()`; null leaves it. */
  readonly destination: string | null;
  readonly priority: 'high' | 'normal' | 'low' | null;
  readonly tags: readonly string[];
  /** Never held back because its sender sends too much. */
  readonly unlimited: boolean;
}

/** A rule as it is applied. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  /** Do all conditions have to hold, or any of them? A rule without any is about every mail. */
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
  readonly actions: RuleActions;
}

/** What the rules decided about a mail. */
export interface RuleDecision {
  /** Kept from the host, and by which rule; null when it goes on. */
  readonly withheld: { readonly kind: 'ignore' | 'quarantine'; readonly rule: string } | null;
  readonly destination: string | null;
  readonly priority: RuleActions['priority'];
  readonly tags: readonly string[];
  readonly unlimited: boolean;
  /** The rules that were about it. */
  readonly hits: readonly { readonly id: string; readonly name: string }[];
}

/** What is decided where no rule is about a mail; the same object each time. */
const NOTHING: RuleDecision = {
  withheld: null,
  destination: null,
  priority: null,
  tags: [],
  unlimited: false,
  hits: [],
};

/**
 * Asks the rules in order until one ends it. Where several say something, the last word counts for destination and
 * priority; tags add up.
 */
export function applyRules(rules: readonly Rule[], facts: MailFacts): RuleDecision {
  let decision = NOTHING;
  for (const rule of rules) {
    if (!ruleHolds(rule, facts)) continue;
    decision = after(decision, rule);
    if (rule.actions.then !== 'continue') break;
  }
  return decision;
}

/** Is the rule about this mail? */
export function ruleHolds({ match, conditions }: Rule, facts: MailFacts): boolean {
  const holds = (condition: Condition): boolean => conditionHolds(condition, facts);
  return match === 'all' || conditions.length === 0 ? conditions.every(holds) : conditions.some(holds);
}

function after(decision: RuleDecision, { id, name, actions }: Rule): RuleDecision {
  const { then, destination, priority, tags, unlimited } = actions;
  return {
    withheld: then === 'ignore' || then === 'quarantine' ? { kind: then, rule: name } : null,
    destination: destination ?? decision.destination,
    priority: priority ?? decision.priority,
    tags: [...new Set([...decision.tags, ...tags])],
    unlimited: unlimited || decision.unlimited,
    hits: [...decision.hits, { id, name }],
  };
}
