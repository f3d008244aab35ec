import { Button, Fieldset, NativeSelect, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { answer, api, ifMatch } from '../api/api.js';
import { type Account } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { ChosenPill } from '../furniture/chosen-pill.js';
import { useSavedChange } from '../furniture/saved-change.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { DestinationField } from './destination-field.js';

const { mailRules } = words;

interface ScreeningFields {
  readonly dispatching: Account['dispatching'];
  readonly destination: string;
  readonly trustHeaders: boolean;
  readonly trustedHop: string;
  readonly trustedDomains: string[];
  readonly verifyMail: boolean;
}

/** Where the mail of an account goes, and who is believed about it. */
export function AccountScreening({ account }: { account: Account }) {
  const form = useForm<ScreeningFields>({ initialValues: fieldsOf(account) });
  useUnsaved(form);
  const path = { id: account.id };
  const { change, ...saving } = useSavedChange(form, {
    thing: account,
    current: () => answer(api.GET('/api/accounts/{id}', { params: { path } })),
    save: (fields, now) =>
      answer(
        api.PATCH('/api/accounts/{id}', {
          params: { path, header: ifMatch(now) },
          body: {
            ...fields,
            destination: fields.destination === '' ? null : fields.destination,
            trustedHop: fields.trustedHop.trim() === '' ? null : fields.trustedHop,
          },
        }),
      ),
    fieldsOf,
    stale: 'accounts',
  });
  return (
    <form onSubmit={form.onSubmit((fields) => change.mutate(fields))} noValidate className="form-narrow">
      <Stack gap="lg">
        <Dispatching form={form} />
        <Believing form={form} />
        <ChangeProblem {...saving} />
        <div>
          <Button type="submit" loading={change.isPending}>
            {mailRules.saveScreening}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Dispatching({ form }: { form: UseFormReturnType<ScreeningFields> }) {
  const { dispatching } = form.values;
  return (
    <Fieldset legend={mailRules.dispatching}>
      <Stack gap="md">
        <NativeSelect
          label={mailRules.dispatchBy}
          description={mailRules.dispatchHints[dispatching]}
          data={Object.entries(mailRules.dispatchings).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('dispatching')}
        />
        <DestinationField
          label={dispatching === 'recipient' ? mailRules.fallback : mailRules.destination}
          nothing={mailRules.default}
          field={form.getInputProps('destination')}
        />
      </Stack>
    </Fieldset>
  );
}

function Believing({ form }: { form: UseFormReturnType<ScreeningFields> }) {
  const { trustHeaders } = form.values;
  return (
    <Fieldset legend={mailRules.believing}>
      <Stack gap="md">
        <TextInput
          label={mailRules.trustedHop}
          description={mailRules.trustedHopHint}
          placeholder="mx.example.com"
          spellCheck={false}
          {...form.getInputProps('trustedHop')}
        />
        <Switch
          label={mailRules.verify}
          description={mailRules.verifyHint}
          {...form.getInputProps('verifyMail', { type: 'checkbox' })}
        />
        <Switch
          label={mailRules.trustHeaders}
          description={mailRules.trustHeadersHint}
          {...form.getInputProps('trustHeaders', { type: 'checkbox' })}
        />
        {trustHeaders && (
          <TagsInput
            renderPill={ChosenPill}
            label={mailRules.trustedDomains}
            description={mailRules.trustedDomainsHint}
            {...form.getInputProps('trustedDomains')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}

function fieldsOf(account: Account): ScreeningFields {
  const { dispatching, destination, trustHeaders, trustedHop, trustedDomains, verifyMail } = account;
  return {
    dispatching,
    destination: destination ?? '',
    trustHeaders,
    trustedHop: trustedHop ?? '',
    trustedDomains,
    verifyMail,
  };
}
