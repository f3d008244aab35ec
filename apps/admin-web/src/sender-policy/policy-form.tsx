import { useState } from 'react';
import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { answer, api, ifMatch } from '../api/api.js';
import { asProblem } from '../api/problem.js';
import { type SenderPolicy } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { Disclosure } from '../furniture/disclosure.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { words } from '../i18n/words.js';
import { ServerSelect } from '../servers/server-select.js';
import { fieldsOf, policyOf, type PolicyFields } from './policy-fields.js';

const { senderPolicy } = words;
const FIRST = ['defaultFrom', 'catchallDomain', 'bounceFrom'] as const;
const RARE = ['defaultFromFilter', 'forceFrom', 'dynamicFrom'] as const;

/** The sender policy itself: what most need first, what stems from older systems behind a button. */
export function PolicyForm({ policy }: { policy: SenderPolicy }) {
  const [open, setOpen] = useState(policy.firstServerStandsIn || RARE.some((name) => Boolean(policy[name])));
  const form = useForm<PolicyFields>({ initialValues: fieldsOf(policy) });
  useUnsaved(form);
  useServerRules(form, policyOf(form.values), (body, signal) =>
    api.POST('/api/sender-policy/findings', { body, signal }),
  );
  const { change, ...saving } = useSavedChange(form, {
    thing: policy,
    current: () => answer(api.GET('/api/sender-policy')),
    save: (fields, now) =>
      answer(api.PUT('/api/sender-policy', { params: { header: ifMatch(now) }, body: policyOf(fields) })),
    fieldsOf,
    stale: 'sender-policy',
  });
  const showRare = (error: unknown) => {
    if (RARE.some((name) => name === asProblem(error).field)) setOpen(true);
  };
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
      onSubmit={form.onSubmit((fields) => change.mutate(fields, { onError: showRare }), focusFault(form))}
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
        <ChangeProblem {...saving} />
        <Group>
          <Button type="submit" loading={change.isPending}>
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
