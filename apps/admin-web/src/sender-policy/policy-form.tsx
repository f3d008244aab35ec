import { useState } from 'react';
import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { asProblem, type ProblemAnswer } from '../api/problem.js';
import { type SenderPolicy } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { notifyDone } from '../furniture/notify.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { ServerSelect } from '../servers/server-select.js';
import { fieldsOf, policyOf, type PolicyFields } from './policy-fields.js';

const { senderPolicy } = words;
const FIRST = ['defaultFrom', 'catchallDomain', 'bounceFrom'] as const;
const RARE = ['defaultFromFilter', 'forceFrom', 'dynamicFrom'] as const;

/** The sender policy itself: what most need first, what stems from older systems behind a button. */
export function PolicyForm({ policy }: { policy: SenderPolicy }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [open, setOpen] = useState(policy.firstServerStandsIn || RARE.some((name) => Boolean(policy[name])));
  const form = useForm<PolicyFields>({ initialValues: fieldsOf(policy) });
  useServerRules(form, policyOf(form.values), (body, signal) =>
    api.POST('/api/sender-policy/findings', { body, signal }),
  );
  const save = useMutation({
    mutationFn: (fields: PolicyFields) => answer(api.PUT('/api/sender-policy', { body: policyOf(fields) })),
    onMutate: () => setProblem(null),
    onSuccess: async (stored) => {
      form.setValues(fieldsOf(stored));
      notifyDone(words.saved);
      await queries.invalidateQueries({ queryKey: ['sender-policy'] });
    },
    onError: (error) => {
      if (RARE.some((name) => name === asProblem(error).field)) setOpen(true);
      setProblem(showAtField(form, error));
    },
  });
  const input = (name: (typeof FIRST)[number] | (typeof RARE)[number]) => (
    <TextInput
      key={name}
      label={senderPolicy.fields[name]}
      description={senderPolicy.hints[name]}
      placeholder={senderPolicy.examples[name]}
      spellCheck={false}
      {...form.getInputProps(name)}
    />
  );
  return (
    <form
      onSubmit={form.onSubmit((fields) => save.mutate(fields), focusFault(form))}
      noValidate
      className="form-narrow"
    >
      <Stack gap="lg">
        {FIRST.map(input)}
        <Switch
          label={senderPolicy.authorsOwnAddress}
          description={senderPolicy.authorsOwnAddressHint}
          {...form.getInputProps('authorsOwnAddress', { type: 'checkbox' })}
        />
        <BulkServer form={form} />
        <Disclosure label={senderPolicy.rare} open={open} onToggle={() => setOpen(!open)}>
          <Stack gap="lg">
            {RARE.map(input)}
            <Switch
              label={senderPolicy.firstServerStandsIn}
              description={senderPolicy.firstServerStandsInHint}
              {...form.getInputProps('firstServerStandsIn', { type: 'checkbox' })}
            />
          </Stack>
        </Disclosure>
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

function BulkServer({ form }: { form: UseFormReturnType<PolicyFields> }) {
  return (
    <ServerSelect
      label={senderPolicy.bulkServer}
      description={senderPolicy.bulkServerHint}
      empty={senderPolicy.noBulkServer}
      whose="shared"
      fits={({ state }) => state !== 'archived'}
      {...form.getInputProps('bulkServerId')}
      value={form.values.bulkServerId}
    />
  );
}
