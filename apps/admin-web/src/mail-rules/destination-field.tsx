import { NativeSelect, TextInput } from '@mantine/core';
import { usePart } from '../furniture/missing-parts.js';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';
import { destinationsQuery } from './rules-queries.js';

const { mailRules } = words;

interface DestinationFieldProps {
  readonly label: string;
  readonly description?: string;
  /** What stands there for no choice; none where one has to be made. */
  readonly nothing: string | null;
  readonly field: FieldProps;
}

/** Chooses a destination of the helpdesk's; where the helpdesk does not tell them, its name is typed. */
export function DestinationField({ label, description, nothing, field }: DestinationFieldProps) {
  const { data } = usePart(destinationsQuery);
  if (!data?.known)
    return <TextInput label={label} description={description ?? mailRules.destinationTyped} {...field} />;
  const chosen = typeof field['value'] === 'string' ? field['value'] : '';
  const gone = chosen !== '' && !data.items.some(({ id }) => id === chosen);
  const choices = [
    ...(nothing === null ? [{ value: '', label: mailRules.choose }] : [{ value: '', label: nothing }]),
    ...data.items.map(({ id, label: name }) => ({ value: id, label: name })),
    ...(gone ? [{ value: chosen, label: mailRules.gone(chosen) }] : []),
  ];
  return <NativeSelect label={label} description={description} data={choices} {...field} />;
}

/** The name of a destination as people know it. */
export function DestinationName({ id }: { id: string }) {
  const { data } = usePart(destinationsQuery);
  const known = data?.items.find((one) => one.id === id);
  return known?.label ?? (data?.known ? mailRules.gone(id) : id);
}
