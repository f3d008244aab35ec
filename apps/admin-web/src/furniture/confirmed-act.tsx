import { type ReactNode } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { ProblemNote } from './problem-note.js';

interface ConfirmedActProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly title: string;
  /** What the act touches. */
  readonly consequence: string;
  readonly color: 'red' | 'gray';
  readonly run: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

/** A button that asks before it acts; a refusal says in the same place what is in the way. */
export function ConfirmedAct({ label, icon, title, consequence, color, run, onDone }: ConfirmedActProps) {
  const [open, question] = useDisclosure();
  const act = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      question.close();
      await onDone();
    },
  });
  const ask = () => {
    act.reset();
    question.open();
  };
  return (
    <div>
      <Button
        variant="subtle"
        color={color}
        c={color === 'red' ? 'var(--bad-text)' : 'var(--mantine-color-text)'}
        leftSection={icon}
        onClick={ask}
      >
        {label}
      </Button>
      <Modal
        opened={open}
        onClose={question.close}
        title={title}
        closeButtonProps={{ 'aria-label': words.close }}
        centered
      >
        <Stack>
          <Text size="sm">{consequence}</Text>
          {act.isError && <ProblemNote problem={asProblem(act.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={question.close} data-autofocus>
              {words.cancel}
            </Button>
            <Button
              color={color === 'red' ? 'red.8' : 'enamel'}
              loading={act.isPending}
              onClick={() => act.mutate()}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  );
}
