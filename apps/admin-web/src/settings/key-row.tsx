import { Text } from '@mantine/core';
import { type KeyProgress } from '../api/shapes.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';

const { keys } = words;
const PLACES: Readonly<Record<string, string>> = keys.places;

/** One key and what it holds. */
export function KeyRow({ share }: { share: KeyProgress['byKey'][number] }) {
  const { keyId, current, inRing, count, byPlace } = share;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>{keyId ?? keys.noEnvelope}</Text>
        <Text size="sm" c="dimmed">
          {byPlace.map(({ place, count: there }) => `${PLACES[place] ?? place}: ${there}`).join(' · ')}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">{keys.holds(count)}</Text>
      </div>
      <div className="row-side">
        <StateBadge tone={current ? 'good' : inRing ? 'waiting' : 'bad'}>
          {current ? keys.current : inRing ? keys.old : keys.missing}
        </StateBadge>
      </div>
    </li>
  );
}
