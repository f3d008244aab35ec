import { type ReactNode } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type OutboxAct, type OutboxFilter, type OutboxMail, type OutboxSummary } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { notifyDone } from '../furniture/notify.js';
import { unlessBusy } from '../furniture/unless-busy.js';
import { type Chosen } from '../furniture/use-chosen.js';
import { words } from '../i18n/words.js';
import { outboxSummaryQuery } from './outbox-query.js';

const { many } = words.outbox;
/** So many ids fit into one request. */
const CHOSEN_AT_MOST = 500;
const ACTS = ['retry', 'cancel'] as const;

interface FittingActsProps {
  readonly summary: OutboxSummary;
  readonly filter: OutboxFilter;
}

/** What can be done with everything that fits; not while something is being done already. */
export function FittingActs({ summary, filter }: FittingActsProps) {
  const queries = useQueryClient();
  if (summary.run?.state === 'running') return null;
  const begin = async (act: OutboxAct) => {
    const begun = answer(api.POST('/api/outbox/runs', { body: { act, filter } }));
    const now = await unlessBusy(begun, 'outbox-busy');
    if (now) queries.setQueryData(outboxSummaryQuery(filter).queryKey, now);
  };
  return (
    <Group gap="xs">
      {ACTS.map((act) => {
        const { count, servers } = summary[act];
        if (count === 0) return null;
        return (
          <ManyAct
            key={act}
            act={act}
            label={many.all[act](count)}
            count={count}
            servers={servers}
            run={() => begin(act)}
          />
        );
      })}
    </Group>
  );
}

interface ChosenActsProps {
  readonly mails: readonly OutboxMail[];
  readonly chosen: Chosen;
}

/** What can be done with the mails that somebody chose. */
export function ChosenActs({ mails, chosen }: ChosenActsProps) {
  const ids = chosen.ids.slice(0, CHOSEN_AT_MOST);
  const names = mails.flatMap(({ id, server }) => (server && ids.includes(id) ? [server.name] : []));
  const run = async (act: OutboxAct) => {
    const tally = await answer(api.POST('/api/outbox/acts', { body: { act, ids } }));
    notifyDone(many.told(act, tally.done, tally.skipped));
    chosen.set([]);
  };
  return (
    <Group gap="xs" role="group" aria-label={many.title}>
      <Text size="sm" role="status">
        {many.chosen(ids.length)}
      </Text>
      {ids.length > 0 &&
        ACTS.map((act) => (
          <ManyAct
            key={act}
            act={act}
            label={many.chosenOnes[act]}
            count={ids.length}
            servers={[...new Set(names)]}
            run={() => run(act)}
          />
        ))}
      <Button
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        onClick={() => chosen.set(ids.length > 0 ? [] : mails.slice(0, CHOSEN_AT_MOST).map(({ id }) => id))}
      >
        {ids.length > 0 ? many.chooseNone : many.chooseAll}
      </Button>
    </Group>
  );
}

interface ManyActProps {
  readonly act: OutboxAct;
  readonly label: string;
  readonly count: number;
  readonly servers: readonly string[];
  readonly run: () => Promise<unknown>;
}

function ManyAct({ act, label, count, servers, run }: ManyActProps) {
  const queries = useQueryClient();
  return (
    <ConfirmedAct
      label={label}
      title={many.question[act](count)}
      consequence={many.consequence[act](servers)}
      color={act === 'cancel' ? 'red' : 'gray'}
      icon={ICONS[act]}
      run={run}
      onDone={() => queries.invalidateQueries({ queryKey: ['outbox'] })}
    />
  );
}

const ICONS: Record<OutboxAct, ReactNode> = {
  retry: <IconRefresh size={18} aria-hidden />,
  cancel: <IconX size={18} aria-hidden />,
};
