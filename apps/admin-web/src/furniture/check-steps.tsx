import { useEffect, useRef } from 'react';
import { Box, Button, Group, List, Loader, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type CheckStep } from '../api/shapes.js';
import { tell } from '../i18n/sentence.js';
import { stepFacts } from '../i18n/step-facts.js';
import { words } from '../i18n/words.js';
import { ProblemCode } from './problem-code.js';

/** A step as it is shown: what it is called depends on the test it belongs to. */
type ShownStep = Omit<CheckStep, 'step'> & { readonly step: string };

interface CheckStepsProps {
  readonly steps: readonly ShownStep[];
  readonly title?: string;
  /** What to say when every step went well. */
  readonly passed?: string;
  /** What to say when one did not. */
  readonly failed?: string;
  /** What to say while more are made. */
  readonly running?: string | undefined;
  /** Ends it early. */
  readonly onStop?: () => void;
}

/** The steps of a test with ticks and crosses; the failed one says why and what helps. */
export function CheckSteps({
  steps,
  title,
  passed = words.checks.passed,
  failed = words.checks.failed,
  running,
  onStop,
}: CheckStepsProps) {
  return (
    <Stack gap="xs" role="status" aria-label={title} ref={useIntoView(steps.length)}>
      {title && (
        <Text fw={600} size="sm">
          {title}
        </Text>
      )}
      <Box component="ol" className="check-steps">
        {steps.map((step) => (
          <Step key={`${step.step} ${step.address ?? ''}`} step={step} />
        ))}
      </Box>
      {running === undefined ? (
        <Verdict allWell={steps.every(({ ok }) => ok)} passed={passed} failed={failed} />
      ) : (
        <Group gap="sm">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{running}</Text>
          {onStop && (
            <Button size="compact-sm" variant="default" onClick={onStop}>
              {words.checks.stop}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function Verdict({ allWell, passed, failed }: { allWell: boolean; passed: string; failed: string }) {
  return (
    <Text size="sm" fw={600} c={allWell ? 'var(--good-text)' : 'var(--bad-text)'}>
      {allWell ? passed : failed}
    </Text>
  );
}

function Step({ step }: { step: ShownStep }) {
  const told = step.problem && tell(step.problem);
  return (
    <li>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon
          size={20}
          radius="xl"
          color={step.ok ? 'green.8' : 'red.8'}
          aria-label={words.checks.verdict(step.ok)}
          role="img"
        >
          {step.ok ? (
            <IconCheck size={13} stroke={3} aria-hidden />
          ) : (
            <IconX size={13} stroke={3} aria-hidden />
          )}
        </ThemeIcon>
        <Box miw={0} flex={1}>
          <Text size="sm">
            {stepWord(step.step)}
            {step.address ? `: ${step.address} ` : ' '}
            {step.ok && (
              <Text span c="dimmed" size="xs">
                {words.checks.took(step.ms)}
              </Text>
            )}
          </Text>
          <StepFacts facts={step.facts ?? {}} />
          {told && (
            <Text size="sm" c="dimmed">
              <Text span c="var(--bad-text)" inherit>
                {told.says}
              </Text>{' '}
              {told.cure}
            </Text>
          )}
          {step.problem && <ProblemCode code={codeBehind(step.problem)} />}
          <Causes causes={step.causes ?? []} />
        </Box>
      </Group>
    </li>
  );
}

// The provider's word, where it has one: that is what people look up.
function codeBehind({ code, params }: NonNullable<ShownStep['problem']>): string {
  const behind = params?.['code'];
  return typeof behind === 'string' ? behind : code;
}

function StepFacts({ facts }: Required<Pick<ShownStep, 'facts'>>) {
  const said = stepFacts(facts);
  if (said === '') return null;
  return (
    <Text size="xs" c="dimmed" className="step-facts">
      {said}
    </Text>
  );
}

function Causes({ causes }: Required<Pick<ShownStep, 'causes'>>) {
  if (causes.length === 0) return null;
  return (
    <Box mt={4}>
      <Text size="sm">{words.checks.likely}</Text>
      <List size="sm" c="dimmed" type="ordered">
        {causes.map((cause) => (
          <List.Item key={cause}>{causeWord(cause)}</List.Item>
        ))}
      </List>
    </Box>
  );
}

function causeWord(cause: string): string {
  return Object.entries(words.causes).find(([name]) => name === cause)?.[1] ?? cause;
}

function stepWord(step: string): string {
  return Object.entries(words.steps).find(([name]) => name === step)?.[1] ?? step;
}

/** Stands where the steps will be while the test runs. */
export function CheckRunning({ label }: { label: string }) {
  return (
    <Group gap="sm" role="status" ref={useIntoView()}>
      <Loader size="xs" aria-hidden />
      <Text size="sm">{label}</Text>
    </Group>
  );
}

/** Brings what just appeared into view, no further than needed: the button that asked for it may be at the very bottom. */
function useIntoView(grown = 0) {
  const appeared = useRef<HTMLDivElement>(null);
  useEffect(() => {
    appeared.current?.scrollIntoView({ block: 'nearest' });
  }, [grown]);
  return appeared;
}
