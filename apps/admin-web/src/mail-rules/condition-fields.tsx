import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { AccountSelect } from '../furniture/account-select.js';
import { words } from '../i18n/words.js';
import { type ConditionFields, emptyCondition, type RuleFields } from './rule-fields.js';

const { mailRules } = words;
const listed = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type Form = UseFormReturnType<RuleFields>;

/** What a rule asks about a mail: any number of conditions, and how many of them have to hold. */
export function ConditionsFields({ form }: { form: Form }) {
  const { conditions } = form.values;
  return (
    <Fieldset legend={mailRules.conditions}>
      <Stack gap="md">
        {conditions.length > 1 && (
          <NativeSelect
            label={mailRules.match}
            data={listed(mailRules.matches)}
            {...form.getInputProps('match')}
          />
        )}
        {conditions.length === 0 && <Text size="sm">{mailRules.everyMail}</Text>}
        {conditions.map((condition, index) => (
          <OneCondition key={condition.key} form={form} condition={condition} index={index} />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.insertListItem('conditions', emptyCondition())}
          >
            {mailRules.addCondition}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

interface ConditionProps {
  readonly form: Form;
  readonly condition: ConditionFields;
  readonly index: number;
}

function OneCondition({ form, condition, index }: ConditionProps) {
  const number = index + 1;
  const of = (name: string) => form.getInputProps(`conditions.${index}.${name}`);
  return (
    <Group align="flex-start" gap="sm" role="group" aria-label={mailRules.conditionNumber(number)}>
      <NativeSelect
        flex="1 1 9rem"
        label={mailRules.field}
        data={listed(mailRules.fields)}
        {...of('field')}
      />
      <Details condition={condition} of={of} />
      <Checkbox
        className="row-end"
        label={mailRules.not}
        pb={8}
        {...form.getInputProps(`conditions.${index}.not`, { type: 'checkbox' })}
      />
      <ActionIcon
        className="row-end"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={mailRules.removeCondition(number)}
        onClick={() => form.removeListItem('conditions', index)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

interface DetailsProps {
  readonly condition: ConditionFields;
  readonly of: (name: string) => ReturnType<Form['getInputProps']>;
}

function Details({ condition: { field, match, accountId }, of }: DetailsProps) {
  switch (field) {
    case 'automatic':
      return null;
    case 'account':
      return (
        <AccountSelect
          flex="2 1 12rem"
          label={mailRules.account}
          placeholder={mailRules.choose}
          {...of('accountId')}
          value={accountId}
        />
      );
    case 'authentication':
      return (
        <>
          <NativeSelect label={mailRules.method} data={listed(mailRules.methods)} {...of('method')} />
          <NativeSelect label={mailRules.result} data={[...mailRules.results]} {...of('result')} />
        </>
      );
    case 'size':
      return (
        <>
          <NativeSelect label={mailRules.comparison} data={listed(mailRules.sizes)} {...of('match')} />
          <NumberInput hideControls label={mailRules.kib} min={0} max={1_048_576} {...of('kib')} />
        </>
      );
    case 'header':
      return (
        <>
          <TextInput flex="1 1 8rem" label={mailRules.headerName} placeholder="List-Id" {...of('name')} />
          <NativeSelect
            label={mailRules.comparison}
            data={listed({ ...mailRules.comparisons, exists: mailRules.exists })}
            {...of('match')}
          />
          {match !== 'exists' && <Value field={of('value')} match={match} />}
        </>
      );
    case 'from':
    case 'recipient':
    case 'to':
    case 'cc':
    case 'reply-to':
    case 'subject':
    case 'body':
    case 'attachment':
      return (
        <>
          <NativeSelect label={mailRules.comparison} data={listed(mailRules.comparisons)} {...of('match')} />
          <Value field={of('value')} match={match} />
        </>
      );
  }
}

function Value({ field, match }: { field: ReturnType<Form['getInputProps']>; match: string }) {
  return (
    <TextInput
      flex="2 1 12rem"
      label={mailRules.value}
      placeholder={match === 'matches' ? '*@news.example.com' : undefined}
      spellCheck={false}
      {...field}
    />
  );
}
