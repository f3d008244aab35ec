import { type MailRuleTrial } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { mailRules } = words;

/** A rule as a trial judged it. */
export type TriedRule = MailRuleTrial['rules'][number];

/** Does it do something about the mail? */
export function isActing({ asked, holds }: TriedRule): boolean {
  return asked && holds;
}

/** Its verdict in one word. */
export function verdictOf(rule: TriedRule): 'acts' | 'passes' | 'not-asked' | 'off' {
  if (!rule.enabled) return 'off';
  if (!rule.asked) return 'not-asked';
  return rule.holds ? 'acts' : 'passes';
}

/** Why it acts or does not. */
export function whyOf(rule: TriedRule): string {
  const { holds, endedBy, conditions } = rule;
  const failed = conditions.flatMap((condition, index) => (condition.holds ? [] : [index + 1]));
  const because = holds
    ? mailRules.becauseHolds(conditions.length)
    : mailRules.becauseFails(failed, conditions.length);
  switch (verdictOf(rule)) {
    case 'off':
      return mailRules.becauseOff(holds);
    case 'not-asked':
      return mailRules.becauseEnded(endedBy ?? '', holds);
    case 'acts':
    case 'passes':
      return because;
  }
}
