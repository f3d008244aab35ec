import { type Webhook } from '../api/shapes.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { states } = words.webhooks;

/** Is it told, and does it listen? */
export function WebhookBadge({ webhook: { state, pausedBecause, failure } }: { webhook: Webhook }) {
  if (pausedBecause === 'gone') return <StateBadge tone="bad">{states.gone}</StateBadge>;
  if (pausedBecause === 'failing') return <StateBadge tone="bad">{states.givenUp}</StateBadge>;
  if (state === 'paused') return <StateBadge tone="paused">{states.paused}</StateBadge>;
  if (failure) return <StateBadge tone="waiting">{states.failing}</StateBadge>;
  return <StateBadge tone="good">{states.active}</StateBadge>;
}
