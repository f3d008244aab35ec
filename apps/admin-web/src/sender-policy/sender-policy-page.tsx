import { useState } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { senderPolicyQuery } from '../api/queries.js';
import { type SenderPolicy } from '../api/shapes.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { Loaded } from '../furniture/loaded.js';
import { notifyDone } from '../furniture/notify.js';
import { Page } from '../furniture/page.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { WhoSends } from '../servers/who-sends.js';

const { senderPolicy } = words;
const FIELDS = ['defaultFrom', 'catchallDomain', 'bounceFrom'] as const;

type Fields = Record<(typeof FIELDS)[number], string>;

/** Who mail comes from when no server may send for its author, and where bounces go. */
export function SenderPolicyPage() {
  // No news while somebody types: the form starts from what is stored now.
  const query = useQuery({ ...senderPolicyQuery, refetchOnWindowFocus: false });
  return (
    <Page title={senderPolicy.title} lead={senderPolicy.lead}>
      <Loaded query={query}>{(policy) => <PolicyForm policy={policy} />}</Loaded>
      <WhoSends />
    </Page>
  );
}

function PolicyForm({ policy }: { policy: SenderPolicy }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<Fields>({ initialValues: fieldsOf(policy) });
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      answer(api.PUT('/api/sender-policy', { body: { ...policy, ...policyOf(fields) } })),
    onMutate: () => setProblem(null),
    onSuccess: (stored) => {
      queries.setQueryData(senderPolicyQuery.queryKey, stored);
      form.setValues(fieldsOf(stored));
      notifyDone(words.saved);
    },
    onError: (error) => setProblem(showAtField(form, error)),
  });
  return (
    <form
      onSubmit={form.onSubmit((fields) => save.mutate(fields), focusFault(form))}
      noValidate
      className="form-narrow"
    >
      <Stack gap="lg">
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            label={senderPolicy.fields[name]}
            description={senderPolicy.hints[name]}
            placeholder={senderPolicy.examples[name]}
            spellCheck={false}
            {...form.getInputProps(name)}
          />
        ))}
        {problem && <ProblemNote problem={problem} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function fieldsOf({ defaultFrom, catchallDomain, bounceFrom }: SenderPolicy): Fields {
  return {
    defaultFrom: defaultFrom ?? '',
    catchallDomain: catchallDomain ?? '',
    bounceFrom: bounceFrom ?? '',
  };
}

function policyOf({ defaultFrom, catchallDomain, bounceFrom }: Fields): Pick<SenderPolicy, keyof Fields> {
  return {
    defaultFrom: defaultFrom || null,
    catchallDomain: catchallDomain || null,
    bounceFrom: bounceFrom || null,
  };
}
