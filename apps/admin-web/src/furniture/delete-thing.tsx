import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/problem.js';
import { words } from '../i18n/words.js';
import { notifyDone } from './notify.js';
import { ProblemNote } from './problem-note.js';

interface DeleteThingProps {
  readonly label: string;
  readonly title: string;
  /** What the deletion touches. */
  readonly consequence: string;
  readonly run: () => Promise<unknown>;
  readonly done: string;
  /** Where there is something to see afterwards. */
  readonly next: string;
  /** The key of the queries that know the thing. */
  readonly stale: readonly string[];
}

/** A button that deletes after a question; a refusal says in the same place what is in the way. */
export function DeleteThing({ label, title, consequence, run, done, next, stale }: DeleteThingProps) {
  const [open, question] = useDisclosure();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      notifyDone(done);
      await navigate(next);
      await queries.invalidateQueries({ queryKey: [...stale] });
    },
  });
  const ask = () => {
    remove.reset();
    question.open();
  };
  return (
    <div>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={18} aria-hidden />} onClick={ask}>
        {label}
      </Button>
      <Modal
        opened={open}
        onClose={question.close}
        title={title}
        closeButtonProps={{ 'aria-label': words.cancel }}
        centered
      >
        <Stack>
          <Text size="sm">{consequence}</Text>
          {remove.isError && <ProblemNote problem={asProblem(remove.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={question.close} data-autofocus>
              {words.cancel}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  );
}
