import { Button, Card, Group, Stack } from '@mantine/core';
import { IconChecklist, IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { tryStoredAccount, useLiveCheck } from '../api/live-check.js';
import { asProblem } from '../api/problem.js';
import { type Account } from '../api/shapes.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { notifyDone, notifyProblem, notifyTrouble } from '../furniture/notify.js';
import { PauseButton } from '../furniture/pause-button.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { moment } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { LastCheck } from './last-check.js';
import { NEXT_STATE, useAccountState } from './account-state.js';

const { accounts } = words;

/** What becomes of a wish to fetch now: nothing before the provider's pause is over, nor before the mailbox has a place. */
function sayWhatFollows({ state, notBefore, holder }: Account['health']): void {
  if (state === 'waiting' && notBefore !== null)
    notifyTrouble(accounts.fetchedAfter(moment(new Date(notBefore))));
  else notifyDone(holder ? accounts.fetchAsked : accounts.fetchedInTurn);
}

/** What can be done with an account right away. */
export function AccountActions({ account }: { account: Account }) {
  const path = { params: { path: { id: account.id } } };
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['accounts'] });
  const check = useLiveCheck<string>(tryStoredAccount);
  const fetchNow = useMutation({
    mutationFn: () => answer(api.POST('/api/accounts/{id}/fetch', path)),
    onSuccess: ({ health }) => sayWhatFollows(health),
    onError: notifyProblem,
    onSettled: again,
  });
  const setState = useAccountState(account.id);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={fetchNow.isPending}
          onClick={() => fetchNow.mutate()}
        >
          {accounts.fetchNow}
        </Button>
        <Button
          variant="default"
          leftSection={<IconChecklist size={18} aria-hidden />}
          ref={check.starter}
          loading={check.isPending}
          onClick={() => check.mutate(account.id, { onSettled: () => void again() })}
        >
          {words.checks.run}
        </Button>
        <PauseButton
          running={account.state === 'live'}
          label={
            account.state === 'draft' && account.lastCheck?.passed
              ? accounts.goLive
              : accounts.toggle[account.state]
          }
          loading={setState.isPending}
          onClick={() => setState.mutate(NEXT_STATE[account.state])}
        />
      </Group>
      {(check.isIdle || check.isError) && <LastCheck account={account} />}
      {setState.isError && <ProblemNote problem={asProblem(setState.error)} />}
      {check.isError && <ProblemNote problem={asProblem(check.error)} />}
      {(check.isPending || check.isSuccess) && (
        <Card>
          <CheckSteps
            steps={check.steps}
            title={words.checks.of(account.host)}
            running={check.isPending ? words.checks.running(account.host) : undefined}
            onStop={check.stop}
          />
        </Card>
      )}
    </Stack>
  );
}
