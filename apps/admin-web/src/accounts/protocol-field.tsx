import { NativeSelect } from '@mantine/core';
import { type Account } from '../api/shapes.js';
import { type FieldProps } from '../furniture/field-props.js';
import { words } from '../i18n/words.js';

const { accounts } = words;
const PROTOCOLS = ['imap', 'pop3'] as const;

interface ProtocolFieldProps {
  readonly form: { getInputProps(path: string): FieldProps };
  readonly kind: Account['kind'];
  readonly onChoose: (kind: Account['kind']) => void;
}

/** How mail is fetched, in the form's field `kind`. */
export function ProtocolField({ form, kind, onChoose }: ProtocolFieldProps) {
  return (
    <NativeSelect
      label={accounts.protocol}
      description={accounts.protocolHints[kind]}
      data={PROTOCOLS.map((value) => ({ value, label: accounts.protocols[value] }))}
      {...form.getInputProps('kind')}
      onChange={(event) => onChoose(event.currentTarget.value as Account['kind'])}
    />
  );
}
