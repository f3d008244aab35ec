import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { ProblemNote } from './problem-note.js';

/** An act that wants to be confirmed. */
export interface Act {
  readonly label: string;
  readonly title: string;
  /** What the act touches. */
  readonly consequence: string;
  readonly color: 'red' | 'gray';
  readonly run: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

/** Asks before it acts; a refusal says in the same place what is in the way. */
export function Question({ act, opened, onClose }: { act: Act; opened: boolean; onClose: () => void }) {
  const { label, title, consequence, color, run, onDone } = act;
  const doing = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      onClose();
      await onDone();
    },
  });
  const close = () => {
    doing.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': words.close }}
      centered
    >
      <Stack>
        <Text size="sm">{consequence}</Text>
        {doing.isError && <ProblemNote problem={asProblem(doing.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            color={color === 'red' ? 'red.8' : 'enamel'}
            loading={doing.isPending}
            onClick={() => doing.mutate()}
          >
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
