import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type Delivery } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { StateBadge } from '../furniture/state-badge.js';
import { weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { HandlingLine } from '../mail-rules/handling-line.js';
import { OUTCOME_TONES } from './outcomes.js';
import { Replay } from './replay.js';

const { deliveries } = words;
const WITHOUT_BYTES = new Set<Delivery['outcome']>(['oversized', 'discarded']);

/** One mail and what became of it. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const subject = delivery.subject || deliveries.noSubject;
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={500}>{subject}</Text>
        <Text size="sm" c="dimmed">
          {delivery.sender ?? deliveries.noSender} · <MomentText at={delivery.receivedAt} past /> ·{' '}
          {weight(delivery.size)}
        </Text>
      </div>
      <div className="row-side">
        <StateBadge tone={OUTCOME_TONES[delivery.outcome]}>
          {deliveries.outcomes[delivery.outcome]}
        </StateBadge>
        {delivery.outcome === 'quarantined' && <Replay id={delivery.id} subject={subject} />}
        {!WITHOUT_BYTES.has(delivery.outcome) && <Download id={delivery.id} subject={subject} />}
      </div>
      <Why delivery={delivery} />
      <HandlingLine delivery={delivery} />
    </li>
  );
}

function Why({ delivery: { problem, reason, retryAt } }: { delivery: Delivery }) {
  if (problem)
    return (
      <div className="row-below">
        <ProblemLine problem={{ code: problem, params: { reason } }} />
        {retryAt && (
          <Text size="sm" c="dimmed">
            {deliveries.nextTry} <MomentText at={retryAt} />
          </Text>
        )}
      </div>
    );
  if (!reason) return null;
  return (
    <Text size="sm" c="dimmed" className="row-below">
      {reason}
    </Text>
  );
}

function Download({ id, subject }: { id: string; subject: string }) {
  return (
    <Tooltip label={deliveries.download}>
      <ActionIcon
        component="a"
        href={`api/deliveries/${id}/raw`}
        download
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={deliveries.downloadOf(subject)}
      >
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
