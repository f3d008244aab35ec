import { type Invoker } from '../api/shapes.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

/** May it be called? */
export function InvokerBadge({ invoker: { state } }: { invoker: Invoker }) {
  return <StateBadge tone={state === 'live' ? 'good' : 'paused'}>{words.invokers.states[state]}</StateBadge>;
}
