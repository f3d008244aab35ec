import { Card, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type CheckStep } from '../api/shapes.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { incomingTrial, type MailboxFields, smtpOf } from './mailbox-fields.js';

interface Tested {
  readonly direction: 'incoming' | 'outgoing';
  readonly steps: readonly CheckStep[];
}

/** Tests both directions as they stand in the form, at the same time. Nothing is stored, nothing is sent. */
export function useMailboxTest(tokenId: string) {
  return useMutation({
    mutationFn: (fields: MailboxFields): Promise<Tested[]> =>
      Promise.all([
        ...(fields.incoming ? [testIncoming(fields, tokenId)] : []),
        ...(fields.outgoing ? [testOutgoing(fields, tokenId)] : []),
      ]),
  });
}

async function testIncoming(fields: MailboxFields, tokenId: string): Promise<Tested> {
  const body = incomingTrial(fields, tokenId);
  const { steps } = await answer(api.POST('/api/accounts/check', { body }));
  return { direction: 'incoming', steps };
}

async function testOutgoing(fields: MailboxFields, tokenId: string): Promise<Tested> {
  const place = { ...smtpOf(fields), login: fields.address, auth: 'token' as const, tokenId };
  const { steps } = await answer(
    api.POST('/api/servers/check', { body: { ...place, fromFilter: fields.fromFilter } }),
  );
  return { direction: 'outgoing', steps };
}

/** What the test brought, direction by direction. */
export function MailboxTest({ test }: { test: ReturnType<typeof useMailboxTest> }) {
  if (test.isPending) return <CheckRunning label={words.connect.testing} />;
  if (test.isError) return <ProblemNote problem={asProblem(test.error)} />;
  if (!test.isSuccess) return null;
  return (
    <Card>
      <Stack gap="lg">
        {test.data.map(({ direction, steps }) => (
          <CheckSteps key={direction} title={words.connect.testOf[direction]} steps={steps} />
        ))}
      </Stack>
    </Card>
  );
}
