import { useState } from 'react';
import { Button, Card, FileInput, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { asProblem, type ProblemAnswer } from '../api/problem.js';
import { accountsPageQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { AccountSelect } from '../furniture/account-select.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { TrialOutcome } from './trial-outcome.js';
import { tryMail, type Trial } from './try-mail.js';
import { type RuleDraft } from './use-rule-draft.js';

const { mailRules } = words;

/** Tries a mail that is uploaded or pasted, or the one that the address names; with a draft, on what stands in its form. */
export function RuleTrialBox({ draft }: { draft?: RuleDraft }) {
  const [search, setSearch] = useSearchParams();
  const deliveryId = search.get('delivery');
  const { data } = usePart(accountsPageQuery({ limit: 1 }));
  const [chosen, setChosen] = useState(search.get('account') ?? '');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const attempt = useMutation({
    mutationFn: async (trial: Trial) => tryMail({ ...trial, chain: await draft?.chain() }),
    onMutate: () => setProblem(null),
    onError: (error) => setProblem(draft ? draft.refused(error) : asProblem(error)),
  });
  const accountId = chosen || (data?.items[0]?.id ?? '');
  const ready = accountId !== '' && (deliveryId !== null || file !== null || text.trim() !== '');
  if (data?.items.length === 0) return null;
  return (
    <Card>
      <Stack gap="md">
        <Title order={2}>{mailRules.trial}</Title>
        <Text size="sm">{draft ? mailRules.trialDraftLead : mailRules.trialLead}</Text>
        <AccountSelect label={mailRules.trialAccount} value={accountId} onChange={setChosen} />
        {deliveryId === null ? (
          <>
            <FileInput
              label={mailRules.trialFile}
              placeholder={mailRules.trialFilePlaceholder}
              accept=".eml,message/rfc822,text/plain"
              clearable
              value={file}
              onChange={setFile}
            />
            {file === null && (
              <Textarea
                label={mailRules.trialText}
                autosize
                minRows={4}
                maxRows={16}
                spellCheck={false}
                classNames={{ input: 'code-input' }}
                value={text}
                onChange={({ currentTarget: { value } }) => setText(value)}
              />
            )}
          </>
        ) : (
          <Group gap="sm">
            <Text size="sm">{mailRules.trialDelivery}</Text>
            <Button size="xs" variant="default" onClick={() => setSearch({})}>
              {mailRules.trialAnother}
            </Button>
          </Group>
        )}
        <div>
          <Button
            leftSection={<IconTestPipe size={18} aria-hidden />}
            disabled={!ready}
            loading={attempt.isPending}
            onClick={() => {
              if (draft?.ready() !== false) attempt.mutate({ accountId, deliveryId, mail: file ?? text });
            }}
          >
            {mailRules.trialRun}
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} />}
        {attempt.isSuccess && <TrialOutcome trial={attempt.data} />}
      </Stack>
    </Card>
  );
}
