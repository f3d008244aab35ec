import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type MailHost } from '../api/shapes.js';
import { type FieldProps } from './field-props.js';
import { words } from '../i18n/words.js';
import { usualPort, type MailProtocol } from './usual-port.js';

const SECURITIES = ['tls', 'starttls', 'none'] as const;
/** Host, port and security in the names of a form: `host` or, with a prefix, `imapHost`. */
export interface HostInputs {
  getInputProps(path: string): FieldProps;
  getValues(): object;
  setFieldValue(path: string, value: unknown): void;
}

interface MailHostFieldsProps {
  readonly form: HostInputs;
  readonly protocol: MailProtocol;
  readonly names: { readonly host: string; readonly port: string; readonly security: string };
  /** False where leaving it empty means something. */
  readonly required?: boolean;
}

/** Where a mail server is. The port follows the security while it is the usual one. */
export function MailHostFields({ form, protocol, names, required = true }: MailHostFieldsProps) {
  const { server, host, port, security } = words.mailHost;
  const follow = (chosen: MailHost['security']) => {
    const usual: readonly number[] = SECURITIES.map((each) => usualPort(protocol, each));
    const now = Number(new Map(Object.entries(form.getValues())).get(names.port));
    form.setFieldValue(names.security, chosen);
    if (usual.includes(now) || !now) form.setFieldValue(names.port, usualPort(protocol, chosen));
  };
  return (
    <Group align="flex-start" gap="sm" className="mail-host" role="group" aria-label={server[protocol]}>
      <TextInput
        flex="1 1 14rem"
        label={host[protocol]}
        required={required}
        spellCheck={false}
        {...form.getInputProps(names.host)}
      />
      <NativeSelect
        flex="0 1 11rem"
        label={security}
        data={SECURITIES.map((value) => ({ value, label: words.mailHost.securities[value] }))}
        {...form.getInputProps(names.security)}
        onChange={(event) => follow(event.currentTarget.value as MailHost['security'])}
      />
      <NumberInput
        flex="0 1 7rem"
        label={port}
        required={required}
        min={1}
        max={65_535}
        allowDecimal={false}
        hideControls
        {...form.getInputProps(names.port)}
      />
    </Group>
  );
}
