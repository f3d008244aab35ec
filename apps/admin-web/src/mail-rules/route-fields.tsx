import { Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { DestinationField } from './destination-field.js';

const { mailRules } = words;

/** What stands in the form of a route. */
export interface RouteFields {
  readonly address: string;
  readonly destination: string;
  readonly comment: string;
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of the form that need no server. */
export const validRoute = { address: filled, destination: filled };

interface RouteInputsProps {
  readonly form: UseFormReturnType<RouteFields>;
  /** The route that is changed; none while it is new. */
  readonly id?: string;
}

/** The fields of a route. */
export function RouteInputs({ form, id }: RouteInputsProps) {
  useServerRules(form, { ...form.values, ...(id === undefined ? {} : { id }) }, (body, signal) =>
    api.POST('/api/recipient-routes/findings', { body, signal }),
  );
  return (
    <>
      <TextInput
        label={mailRules.routeAddress}
        description={mailRules.routeAddressHint}
        required
        spellCheck={false}
        {...form.getInputProps('address')}
      />
      <DestinationField
        label={mailRules.destination}
        nothing={null}
        field={form.getInputProps('destination')}
      />
      <Textarea label={words.comment} autosize {...form.getInputProps('comment')} />
    </>
  );
}
