import { Text } from '@mantine/core';
import { type Delivery, type FetchRun } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { ProblemLine } from '../furniture/problem-note.js';
import { StateBadge, type Tone } from '../furniture/state-badge.js';
import { figure } from '../i18n/language.js';
import { weight } from '../i18n/moment.js';
import { words } from '../i18n/words.js';

const { activity, deliveries } = words;

const TONES: Record<FetchRun['state'], Tone> = {
  running: 'waiting',
  done: 'good',
  failed: 'bad',
  stopped: 'idle',
  lost: 'idle',
  'broken-off': 'bad',
};

/** One look into a mailbox. */
export function RunRow({ run }: { run: FetchRun }) {
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={500}>
          {run.mails === 0 ? activity.nothing : activity.mails(run.mails, weight(run.bytes))}
        </Text>
        <Text size="sm" c="dimmed">
          {activity.causes[run.cause]} · <MomentText at={run.beganAt} past />
          {run.instance.host && ` · ${run.instance.host}`}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">{outcomesOf(run)}</Text>
        <Text size="sm" c="dimmed">
          {timesOf(run)}
        </Text>
      </div>
      <div className="row-side">
        <StateBadge tone={TONES[run.state]}>{activity.states[run.state]}</StateBadge>
      </div>
      {(run.problem ?? run.quietBefore > 0) && (
        <div className="row-below">
          {run.problem && <ProblemLine problem={run.problem} />}
          {run.quietBefore > 0 && (
            <Text size="sm" c="dimmed">
              {activity.quietBefore(run.quietBefore)}
            </Text>
          )}
        </div>
      )}
    </li>
  );
}

function outcomesOf({ outcomes }: FetchRun): string {
  const names: Readonly<Record<string, string>> = deliveries.outcomes satisfies Record<
    Delivery['outcome'],
    string
  >;
  return Object.entries(outcomes)
    .map(([outcome, count]) => `${names[outcome] ?? outcome}: ${figure(count)}`)
    .join(' · ');
}

function timesOf({ durations }: FetchRun): string {
  const names: Readonly<Record<string, string>> = activity.phases;
  return Object.entries(durations)
    .filter(([, spent]) => spent > 0)
    .map(([phase, spent]) => `${names[phase] ?? phase} ${activity.took(spent)}`)
    .join(', ');
}
