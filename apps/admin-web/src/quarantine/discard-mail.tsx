import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { notifyDone } from '../furniture/notify.js';
import { Question } from '../furniture/question.js';
import { words } from '../i18n/words.js';

const { quarantine } = words;

/** Throws one held mail away for good, after a question. */
export function DiscardMail({ id, subject }: { id: string; subject: string }) {
  const [opened, question] = useDisclosure();
  const queries = useQueryClient();
  const act = {
    label: quarantine.discard,
    title: quarantine.discardTitle(subject),
    consequence: quarantine.discardConsequence,
    color: 'red',
    run: () => answer(api.DELETE('/api/quarantine/{id}', { params: { path: { id } } })),
    onDone: async () => {
      notifyDone(quarantine.discarded);
      await queries.invalidateQueries({ queryKey: ['quarantine'] });
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  } as const;
  return (
    <>
      <Tooltip label={quarantine.discard}>
        <ActionIcon
          variant="subtle"
          color="red"
          c="var(--bad-text)"
          size="lg"
          aria-label={quarantine.discardOf(subject)}
          onClick={question.open}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Question act={act} opened={opened} onClose={question.close} />
    </>
  );
}
