import { type ReactNode, useState } from 'react';
import { Card, Collapse, Stack, Switch, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { DispositionInputs } from '../accounts/disposition-fields.js';
import { FoldersInput, useFolders } from '../accounts/folders-input.js';
import { ProtocolField } from '../accounts/protocol-field.js';
import { StartInputs } from '../accounts/start-fields.js';
import { type ClientTemplate } from '../api/shapes.js';
import { Disclosure } from '../furniture/disclosure.js';
import { MailHostFields } from '../furniture/mail-host-fields.js';
import { words } from '../i18n/words.js';
import { DestinationField } from '../mail-rules/destination-field.js';
import { incomingTrial, type MailboxFields, withProtocol } from './mailbox-fields.js';

const { connect, mailRules, servers } = words;
const IMAP = { host: 'imapHost', port: 'imapPort', security: 'imapSecurity' } as const;
const SMTP = { host: 'smtpHost', port: 'smtpPort', security: 'smtpSecurity' } as const;

interface DirectionProps {
  readonly form: UseFormReturnType<MailboxFields>;
  /** The template knows the host: it is filled in and out of the way. */
  readonly hostKnown: boolean;
}

interface IncomingProps {
  readonly form: UseFormReturnType<MailboxFields>;
  /** Knows the hosts, where anybody does. */
  readonly template: ClientTemplate | undefined;
  /** What is signed in with; null for the password of the form. */
  readonly tokenId: string | null;
}

/** Mail of this mailbox becomes tickets. */
export function IncomingFields({ form, template, tokenId }: IncomingProps) {
  const { kind } = form.values;
  const browse = useFolders((fields: MailboxFields) => incomingTrial(fields, tokenId));
  return (
    <Direction form={form} name="incoming" label={connect.incoming} hint={connect.incomingHint}>
      {kind === 'imap' && <FoldersInput form={form} browse={browse} />}
      <StartInputs form={form} />
      <DispositionInputs form={form} protocol={kind} folders={browse.data?.items} />
      <DestinationField
        label={connect.destination}
        description={connect.destinationHint}
        nothing={mailRules.default}
        field={form.getInputProps('destination')}
      />
      <HostFields known={Boolean(template?.mail)} label={connect.incomingHost}>
        <ProtocolField
          form={form}
          kind={kind}
          onChoose={(chosen) => form.setValues(withProtocol(form.getValues(), chosen, template))}
        />
        <MailHostFields form={form} protocol={kind} names={IMAP} />
      </HostFields>
    </Direction>
  );
}

/** The helpdesk sends through this mailbox. */
export function OutgoingFields({ form, hostKnown }: DirectionProps) {
  return (
    <Direction form={form} name="outgoing" label={connect.outgoing} hint={connect.outgoingHint}>
      <TextInput
        label={servers.fromFilter}
        description={servers.fromFilterHint}
        spellCheck={false}
        {...form.getInputProps('fromFilter')}
      />
      <HostFields known={hostKnown} label={connect.outgoingHost}>
        <MailHostFields form={form} protocol="smtp" names={SMTP} />
      </HostFields>
    </Direction>
  );
}

interface DirectionFrame {
  readonly form: UseFormReturnType<MailboxFields>;
  readonly name: 'incoming' | 'outgoing';
  readonly label: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Direction({ form, name, label, hint, children }: DirectionFrame) {
  return (
    <Card role="group" aria-label={label}>
      <Switch
        size="md"
        label={label}
        description={hint}
        {...form.getInputProps(name, { type: 'checkbox' })}
      />
      <Collapse expanded={form.values[name]}>
        <Stack gap="md" pt="lg">
          {children}
        </Stack>
      </Collapse>
    </Card>
  );
}

function HostFields({ known, label, children }: { known: boolean; label: string; children: ReactNode }) {
  const [open, setOpen] = useState(!known);
  return (
    <Disclosure label={label} open={open} onToggle={() => setOpen(!open)}>
      <Stack gap="md">{children}</Stack>
    </Disclosure>
  );
}
