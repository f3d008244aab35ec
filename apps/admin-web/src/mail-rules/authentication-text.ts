import { type MailRuleTrial } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { mailRules } = words;
const METHODS = ['spf', 'dkim', 'dmarc', 'arc'] as const;

/** What was found about the sender of a mail, in one line. */
export function authenticationText(facts: NonNullable<MailRuleTrial['authentication']>): string {
  const results = METHODS.flatMap((method) =>
    facts[method].map(({ result, domain }) =>
      [mailRules.methods[method], result, domain === null ? '' : `(${domain})`].join(' ').trim(),
    ),
  );
  const by = facts.by === 'mailroom' ? mailRules.checkedHere : mailRules.checkedBy(facts.server);
  return `${results.join(', ') || mailRules.noResults}. ${by}`;
}
