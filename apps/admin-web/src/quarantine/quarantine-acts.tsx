import { Group } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type QuarantineFilter, type QuarantineSummary } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { unlessBusy } from '../furniture/unless-busy.js';
import { words } from '../i18n/words.js';
import { discardConsequence } from './discard-words.js';
import { quarantineSummaryQuery, renewQuarantine } from './quarantine-query.js';

const { quarantine } = words;

interface QuarantineActsProps {
  readonly summary: QuarantineSummary;
  readonly filter: QuarantineFilter;
}

/** What can be done with everything that fits; not while something is being done already. */
export function QuarantineActs({ summary: { total, run, accounts: holding }, filter }: QuarantineActsProps) {
  const queries = useQueryClient();
  if (run?.state === 'running') return null;
  const begin = (act: 'replay' | 'discard') => async () => {
    const begun = answer(api.POST('/api/quarantine/runs', { body: { act, filter } }));
    const summary = await unlessBusy(begun, 'quarantine-busy');
    if (summary) queries.setQueryData(quarantineSummaryQuery(filter).queryKey, summary);
  };
  const touched = filter.accountId === undefined ? holding.map(({ id }) => id) : [filter.accountId];
  const onDone = () => renewQuarantine(queries);
  return (
    <Group gap="xs">
      <ConfirmedAct
        label={quarantine.replayAll(total)}
        title={quarantine.replayAllTitle(total)}
        consequence={quarantine.replayAllConsequence}
        color="gray"
        icon={<IconRefresh size={18} aria-hidden />}
        run={begin('replay')}
        onDone={onDone}
      />
      <ConfirmedAct
        label={quarantine.discardAll(total)}
        title={quarantine.discardAllTitle(total)}
        consequence={discardConsequence(touched, holding)}
        color="red"
        icon={<IconTrash size={18} aria-hidden />}
        run={begin('discard')}
        onDone={onDone}
      />
    </Group>
  );
}
