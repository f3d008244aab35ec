import { useEffect, useState } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { ProblemNote } from './problem-note.js';
import { type Act } from './act.js';

/** Asks before it acts; a refusal says in the same place what is in the way. */
export function QuestionDialog({ act, opened, onClose }: { act: Act; opened: boolean; onClose: () => void }) {
  const { label, title, consequence, color, run, onDone } = act;
  const doing = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      onClose();
      await onDone();
    },
  });
  // Fetched when it opens, it would come into being open, and Mantine notes only at a change where the focus goes back to.
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  const close = () => {
    doing.reset();
    onClose();
  };
  return (
    <Modal
      opened={shown}
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
