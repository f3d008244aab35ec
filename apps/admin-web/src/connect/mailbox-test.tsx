import { Card, Stack } from '@mantine/core';
import { tryAccount, tryServer, useLiveCheck } from '../api/live-check.js';
import { asProblem } from '../api/problem.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useFocusKept } from '../furniture/use-focus-kept.js';
import { words } from '../i18n/words.js';
import { incomingTrial, type MailboxFields, outgoingTrial } from './mailbox-fields.js';

const DIRECTIONS = ['incoming', 'outgoing'] as const;

/**
 * Tests both directions as they stand in the form, at the same time. Nothing is stored, nothing is sent. `starter` is for the
 * button that begins it.
 */
export function useMailboxTest(tokenId: string | null) {
  const incoming = useLiveCheck<MailboxFields>((fields, course) =>
    tryAccount(incomingTrial(fields, tokenId), course),
  );
  const outgoing = useLiveCheck<MailboxFields>((fields, course) =>
    tryServer(outgoingTrial(fields, tokenId), course),
  );
  const tests = { incoming, outgoing };
  const isPending = DIRECTIONS.some((direction) => tests[direction].isPending);
  const starter = useFocusKept<HTMLButtonElement>(isPending);
  return {
    tests,
    isPending,
    starter,
    mutate: (fields: MailboxFields) => {
      for (const direction of DIRECTIONS) {
        if (fields[direction]) tests[direction].mutate(fields);
        else tests[direction].reset();
      }
    },
  };
}

/** What the test brings, direction by direction and step by step. */
export function MailboxTest({ test: { tests } }: { test: ReturnType<typeof useMailboxTest> }) {
  // While the other direction is still tested, the button that would begin again cannot be pressed as yet.
  const results = useFocusKept<HTMLDivElement>(tests.incoming.isPending && tests.outgoing.isPending);
  const failed = DIRECTIONS.map((direction) => tests[direction]).find(({ isError }) => isError);
  if (failed) return <ProblemNote problem={asProblem(failed.error)} />;
  const shown = DIRECTIONS.filter((direction) => !tests[direction].isIdle);
  if (shown.length === 0) return null;
  return (
    <Card role="group" aria-label={words.connect.test} ref={results} tabIndex={-1}>
      <Stack gap="lg">
        {shown.map((direction) => (
          <CheckSteps
            key={direction}
            title={words.connect.testOf[direction]}
            steps={tests[direction].steps}
            running={tests[direction].isPending ? words.connect.testing : undefined}
            onStop={tests[direction].stop}
          />
        ))}
      </Stack>
    </Card>
  );
}
