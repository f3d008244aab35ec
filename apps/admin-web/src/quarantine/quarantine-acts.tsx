import { Group } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type QuarantineFilter, type QuarantineSummary } from '../api/shapes.js';
import { ConfirmedAct } from '../furniture/confirmed-act.js';
import { notifyProblem } from '../furniture/notify.js';
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
    try {
      const summary = await answer(api.POST('/api/quarantine/runs', { body: { act, filter } }));
      queries.setQueryData(quarantineSummaryQuery(filter).queryKey, summary);
    } catch (error) {
      // Somebody else was quicker: the page shows theirs in the place of this question, which cannot say so any more.
      if (asProblem(error).code !== 'quarantine-busy') throw error;
      notifyProblem(error);
    }
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
