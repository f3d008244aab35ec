import { useState } from 'react';
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type Invoker, type InvokerTrial } from '../api/shapes.js';
import { CheckRunning, CheckSteps } from '../furniture/check-steps.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { StateBadge } from '../furniture/state-badge.js';
import { words } from '../i18n/words.js';
import { pretty } from './request-preview.js';
import { readPayload, samplePayload } from './sample-payload.js';
import { HttpText } from './shown-request.js';

const { invokers } = words;

/** Calls the remote with a payload of one's own and shows all of it: the steps, what left, what came back. */
export function InvokerTest({ invoker: { id, placeholders } }: { invoker: Invoker }) {
  const [text, setText] = useState(() => samplePayload(placeholders));
  const payload = readPayload(text);
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: (body: { payload: Record<string, unknown> }) =>
      answer(api.POST('/api/invokers/{id}/test', { params: { path: { id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invokers', id, 'calls'] }),
  });
  return (
    <Card>
      <Stack gap="md">
        <Title order={2}>{invokers.test}</Title>
        <Textarea
          label={invokers.payload}
          description={placeholders.length === 0 ? invokers.needsNothing : invokers.needs(placeholders)}
          error={payload === null ? invokers.payloadBroken : null}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={20}
          spellCheck={false}
          classNames={{ input: 'code-input' }}
        />
        <Group gap="sm">
          <Button
            leftSection={<IconSend size={18} aria-hidden />}
            loading={test.isPending}
            disabled={payload === null}
            onClick={() => payload && test.mutate({ payload })}
          >
            {invokers.sendTest}
          </Button>
          <Text size="sm" c="dimmed">
            {invokers.testHint}
          </Text>
        </Group>
        {test.isPending && <CheckRunning label={invokers.testing} />}
        {test.isError && <ProblemNote problem={asProblem(test.error)} />}
        {test.isSuccess && <Outcome trial={test.data} />}
      </Stack>
    </Card>
  );
}

function Outcome({ trial: { steps, request, answer: came } }: { trial: InvokerTrial }) {
  return (
    <Stack gap="md">
      <CheckSteps steps={steps} title={invokers.testResult} passed={invokers.testPassed} />
      {request && (
        <div>
          <Text fw={600} size="sm" id="test-request">
            {came ? invokers.left : invokers.wouldLeave}
          </Text>
          <HttpText label="test-request">
            {httpText(`${request.method} ${request.url}`, request.headers, request.body ?? '')}
          </HttpText>
        </div>
      )}
      {came && (
        <div>
          <Group gap="sm">
            <Text fw={600} size="sm" id="test-answer">
              {invokers.cameBack}
            </Text>
            <StateBadge tone={came.status < 400 ? 'good' : 'bad'} size="md">
              {invokers.status(came.status)}
            </StateBadge>
            <Text size="sm" c="dimmed">
              {words.checks.took(came.ms)}
            </Text>
          </Group>
          <HttpText label="test-answer">
            {httpText(`HTTP ${came.status}`, came.headers, came.truncated ? came.body : pretty(came.body))}
          </HttpText>
          {came.truncated && (
            <Text size="xs" c="dimmed">
              {invokers.truncated}
            </Text>
          )}
          {came.status in invokers.statusHelp && (
            <Text size="sm" mt={6}>
              {invokers.statusHelp[came.status]}
            </Text>
          )}
        </div>
      )}
    </Stack>
  );
}

function httpText(first: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines, ...(body === '' ? [] : ['', body])].join('\n');
}
