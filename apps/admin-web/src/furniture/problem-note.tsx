import { type ReactNode } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ProblemAnswer } from '../api/problem.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';
import { ProblemCode } from './problem-code.js';

interface ProblemNoteProps {
  readonly problem: ProblemAnswer;
  readonly title?: string;
  /** Offers to do it again. */
  readonly onRetry?: () => void;
  /** More ways on, beside the retry. */
  readonly actions?: ReactNode;
  readonly tone?: 'red' | 'yellow';
}

/** What went wrong, what helps, and the way to try again. Read out at once where it appears. */
export function ProblemNote({ problem, title, onRetry, actions, tone = 'red' }: ProblemNoteProps) {
  const { says, cure } = tell(problem);
  return (
    <Alert
      color={tone}
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? says}
      className="problem-note"
    >
      <Stack gap="sm" align="flex-start">
        {title && <Text size="sm">{says}</Text>}
        {cure && <Text size="sm">{cure}</Text>}
        <ProblemCode code={problem.code} correlationId={problem.correlationId} />
        {(onRetry ?? actions) && (
          <Group gap="xs">
            {onRetry && (
              <Button size="xs" variant="default" onClick={onRetry}>
                {words.tryAgain}
              </Button>
            )}
            {actions}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

/** A problem in two lines, for tables and cards. */
export function ProblemLine({ problem }: { problem: ProblemAnswer }) {
  const { says, cure } = tell(problem);
  return (
    <Text size="sm" component="p" m={0}>
      <Text span c="var(--bad-text)" inherit>
        {says}
      </Text>
      {cure && (
        <Text span c="dimmed" inherit>
          {' '}
          {cure}
        </Text>
      )}{' '}
      <ProblemCode code={problem.code} />
    </Text>
  );
}
