import { type ReactNode, useEffect } from 'react';
import { Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useAccountState } from '../accounts/account-state.js';
import { tryStoredAccount, tryStoredServer, useLiveCheck } from '../api/live-check.js';
import { asProblem } from '../api/problem.js';
import { type Account, type Server } from '../api/shapes.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { useServerState } from '../servers/server-state.js';

const told = words.setUp.mail;

interface LiveTestsProps {
  readonly account: Account | undefined;
  readonly server: Server | undefined;
}

/** Tests what came into being, step by step, as soon as it is shown; what is still a draft goes live from here. */
export function LiveTests({ account, server }: LiveTestsProps) {
  return (
    <SimpleGrid cols={{ base: 1, lg: account && server ? 2 : 1 }}>
      {account && <AccountTest key={account.id} account={account} />}
      {server && <ServerTest key={server.id} server={server} />}
    </SimpleGrid>
  );
}

function AccountTest({ account: { id, state } }: { account: Account }) {
  const check = useCheckOnce(id, tryStoredAccount);
  const move = useAccountState(id);
  return (
    <Test label={told.incoming} check={check} settings={`/accounts/${id}`}>
      {state === 'draft' && (
        <Draft
          says={told.draft}
          act={told.goLive}
          busy={move.isPending}
          problem={move.error}
          onAct={() => move.mutate('live')}
        />
      )}
    </Test>
  );
}

function ServerTest({ server: { id, state } }: { server: Server }) {
  const check = useCheckOnce(id, tryStoredServer);
  const move = useServerState(id);
  return (
    <Test label={told.outgoing} check={check} settings={`/servers/${id}`}>
      {state === 'draft' && (
        <Draft
          says={told.draftOut}
          act={told.goLiveOut}
          busy={move.isPending}
          problem={move.error}
          onAct={() => move.mutate('live')}
        />
      )}
    </Test>
  );
}

type Check = ReturnType<typeof useLiveCheck<void>>;

function useCheckOnce(id: string, run: typeof tryStoredAccount): Check {
  const queries = useQueryClient();
  const check = useLiveCheck<void>((_, course) =>
    run(id, course).finally(() => void queries.invalidateQueries()),
  );
  useEffect(() => check.mutate(), []);
  return check;
}

interface TestProps {
  readonly label: string;
  readonly check: Check;
  readonly settings: string;
  /** What remains to be done once the test is passed. */
  readonly children: ReactNode;
}

function Test({ label, check, settings, children }: TestProps) {
  const failed = check.isSuccess && check.steps.some(({ ok }) => !ok);
  return (
    <Card component="section" aria-label={label}>
      <Stack gap="sm">
        {check.isPending || check.isSuccess ? (
          <CheckSteps
            steps={check.steps}
            title={label}
            running={check.isPending ? told.testing : undefined}
            onStop={check.stop}
          />
        ) : (
          <Text fw={600} size="sm">
            {label}
          </Text>
        )}
        {check.isError && <ProblemNote problem={asProblem(check.error)} />}
        {check.isSuccess && !failed && children}
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            ref={check.starter}
            loading={check.isPending}
            aria-label={`${told.testAgain}: ${label}`}
            onClick={() => check.mutate()}
          >
            {told.testAgain}
          </Button>
          {failed && (
            <Button size="xs" component={Link} to={settings}>
              {told.open}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

interface DraftProps {
  readonly says: string;
  readonly act: string;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly onAct: () => void;
}

function Draft({ says, act, busy, problem, onAct }: DraftProps) {
  return (
    <>
      <Group gap="sm">
        <Text size="sm">{says}</Text>
        <Button size="xs" loading={busy} onClick={onAct}>
          {act}
        </Button>
      </Group>
      {problem !== null && <ProblemNote problem={asProblem(problem)} />}
    </>
  );
}
