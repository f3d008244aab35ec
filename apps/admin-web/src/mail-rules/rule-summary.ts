import { type MailRule } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { mailRules } = words;

/** A rule in one line: how much it asks, and what it does. */
export function ruleSummary({ conditions, match, actions }: MailRule): string {
  const asks = mailRules.asks(conditions.length, match);
  const does = [
    ...(actions.destination === null ? [] : [mailRules.goesTo(actions.destination)]),
    ...(actions.priority === null ? [] : [mailRules.hasPriority(mailRules.priorities[actions.priority])]),
    ...(actions.tags.length === 0 ? [] : [mailRules.tagged(actions.tags)]),
    ...(actions.unlimited ? [mailRules.isUnlimited] : []),
    ...(actions.then === 'continue' ? [] : [mailRules.thens[actions.then]]),
  ];
  return [asks, ...does].join(' · ');
}
