import { type ReactNode } from 'react';
import { Fieldset, NativeSelect, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { ChosenPill } from '../furniture/chosen-pill.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { ConditionsFields } from './condition-fields.js';
import { DestinationField } from './destination-field.js';
import { ruleInput, type RuleFields } from './rule-fields.js';

const { mailRules } = words;
const listed = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface RuleFormProps {
  readonly form: UseFormReturnType<RuleFields>;
  readonly onSubmit: (fields: RuleFields) => void;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** The fields of a rule. */
export function RuleForm({ form, onSubmit, children }: RuleFormProps) {
  useUnsaved(form);
  useServerRules(
    form,
    ruleInput(form.values),
    (body, signal) => api.POST('/api/mail-rules/findings', { body, signal }),
    (field) => field.replace(/\.bytes$/, '.kib'),
  );
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput label={mailRules.name} required {...form.getInputProps('name')} />
        <ConditionsFields form={form} />
        <ActionFields form={form} />
        {children}
      </Stack>
    </form>
  );
}

function ActionFields({ form }: Pick<RuleFormProps, 'form'>) {
  const { then } = form.values;
  const goesOn = then === 'continue' || then === 'stop';
  return (
    <Fieldset legend={mailRules.actions}>
      <Stack gap="md">
        <NativeSelect
          label={mailRules.then}
          description={mailRules.thenHints[then]}
          data={listed(mailRules.thens)}
          {...form.getInputProps('then')}
        />
        {goesOn && (
          <>
            <DestinationField
              label={mailRules.destination}
              nothing={mailRules.asBefore}
              field={form.getInputProps('destination')}
            />
            <NativeSelect
              label={mailRules.priority}
              data={[{ value: '', label: mailRules.asBefore }, ...listed(mailRules.priorities)]}
              {...form.getInputProps('priority')}
            />
            <TagsInput
              renderPill={ChosenPill}
              label={mailRules.tags}
              description={mailRules.tagsHint}
              {...form.getInputProps('tags')}
            />
            <Switch
              label={mailRules.unlimited}
              description={mailRules.unlimitedHint}
              {...form.getInputProps('unlimited', { type: 'checkbox' })}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
