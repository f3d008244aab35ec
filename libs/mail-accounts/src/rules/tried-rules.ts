import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { recipients } from '../dispatch/recipients.js';
import { ruleHolds, type Rule } from './apply-rules.js';
import { conditionHolds, seenBy, type MailFacts } from './condition.js';
import { type RuleChain, type RuleTrialAnswer } from './trial-shapes.js';

const SEEN_AT_MOST = 5;
const SEEN_LENGTH = 200;

/** A rule that is tried, switched on or not. */
export interface TriedRule {
  readonly id: string | null;
  readonly enabled: boolean;
  readonly draft: boolean;
  readonly rule: Rule;
}

/**
 * The rules that are tried: the stored ones, or those of a page. Problem `mail-rules-changed-meanwhile` when the page
 * names one that is gone.
 */
export function triedRules(
  stored: readonly (Rule & { readonly enabled: boolean })[],
  chain: RuleChain['rules'] | null,
): TriedRule[] {
  const asStored = stored.map((rule) => ({ id: rule.id, enabled: rule.enabled, draft: false, rule }));
  if (!chain) return asStored;
  const known = new Map(asStored.map((tried) => [tried.id, tried]));
  return chain.map(({ id = null, draft }) => {
    if (draft) return { id, enabled: draft.enabled ?? true, draft: true, rule: { ...draft, id: id ?? '' } };
    const found = known.get(id ?? '');
    if (!found) throw mailAccountProblem('mail-rules-changed-meanwhile');
    return found;
  });
}

/** What each of them says about a mail, and why. */
export function verdicts(rules: readonly TriedRule[], mail: InboundMail): RuleTrialAnswer['rules'] {
  const facts: MailFacts = {
    mail,
    accountId: mail.account.id,
    size: mail.size,
    recipients: () => recipients(mail),
    authentication: mail.authentication,
  };
  let endedBy: string | null = null;
  return rules.map(({ id, enabled, draft, rule }) => {
    const asked = enabled && endedBy === null;
    const holds = ruleHolds(rule, facts);
    const verdict = { id, name: rule.name, draft, enabled, asked, endedBy, holds };
    if (asked && holds && rule.actions.then !== 'continue') endedBy = rule.name;
    return { ...verdict, conditions: rule.conditions.map((condition) => looked(condition, facts)) };
  });
}

function looked(condition: Rule['conditions'][number], facts: MailFacts) {
  const seen = seenBy(condition, facts).slice(0, SEEN_AT_MOST);
  return { holds: conditionHolds(condition, facts), seen: seen.map((text) => text.slice(0, SEEN_LENGTH)) };
}
