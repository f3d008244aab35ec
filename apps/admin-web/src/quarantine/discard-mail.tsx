import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { accountQuery } from '../api/queries.js';
import { type HeldMail } from '../api/shapes.js';
import { notifyDone } from '../furniture/notify.js';
import { Question } from '../furniture/question.js';
import { words } from '../i18n/words.js';
import { discardConsequence } from './discard-words.js';
import { renewQuarantine } from './quarantine-query.js';

const { quarantine } = words;

interface DiscardMailProps {
  readonly mail: Pick<HeldMail, 'id' | 'accountId'>;
  readonly subject: string;
}

/** Throws one held mail away for good, after a question. */
export function DiscardMail({ mail: { id, accountId }, subject }: DiscardMailProps) {
  const [opened, question] = useDisclosure();
  const queries = useQueryClient();
  const { data: account } = useQuery({ ...accountQuery(accountId), enabled: opened });
  const act = {
    label: quarantine.discard,
    title: quarantine.discardTitle(subject),
    consequence: discardConsequence([accountId], account ? [account] : []),
    color: 'red',
    run: () => answer(api.DELETE('/api/quarantine/{id}', { params: { path: { id } } })),
    onDone: async () => {
      notifyDone(quarantine.discarded);
      await renewQuarantine(queries);
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
