import { Box, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { words } from '../i18n/words.js';
import { type Choice } from './choices.js';
import { isDone, isOpen, type Step } from './steps.js';
import { progressOf, useSetUp } from './use-set-up.js';

const { setUp } = words;

interface WayProps {
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly choice: Choice | null;
}

/** All steps with where one is; those that can be taken lead there. */
export function Way({ steps, step: here, choice }: WayProps) {
  const { at, pathOf } = useSetUp();
  const progress = progressOf({ at }, choice);
  return (
    <nav aria-label={setUp.way}>
      <Box component="ol" className="set-up-way">
        {steps.map((step, index) => {
          const done = isDone(step, progress);
          const content = (
            <>
              <ThemeIcon
                size={26}
                radius="xl"
                variant={step === here || done ? 'filled' : 'default'}
                color={done && step !== here ? 'green.8' : 'enamel'}
                role={done ? 'img' : undefined}
                aria-label={done ? setUp.stepDone : undefined}
              >
                {done && step !== here ? (
                  <IconCheck size={16} stroke={3} aria-hidden />
                ) : (
                  <span aria-hidden>{index + 1}</span>
                )}
              </ThemeIcon>
              <Text span size="sm" fw={step === here ? 700 : 500} className="set-up-name">
                {setUp.steps[step]}
              </Text>
            </>
          );
          return (
            <li key={step} data-here={step === here || undefined}>
              {step !== here && isOpen(step, progress) ? (
                <Link to={`/${pathOf(step)}`}>{content}</Link>
              ) : (
                <span aria-current={step === here ? 'step' : undefined}>{content}</span>
              )}
            </li>
          );
        })}
      </Box>
    </nav>
  );
}
