import { useState } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api } from '../api/api.js';
import { type ProblemAnswer } from '../api/problem.js';
import { type ClientTemplate, type Token } from '../api/shapes.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { nothingUnsaved, useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { AlreadyUsed } from './already-used.js';
import { FindServers } from './find-servers.js';
import { IncomingFields, OutgoingFields } from './direction-fields.js';
import { mailboxDraft, type MailboxFields, mailboxFields, validMailbox } from './mailbox-fields.js';
import { type ConnectedMailbox, MailboxResult } from './mailbox-result.js';
import { MailboxTest, useMailboxTest } from './mailbox-test.js';
import { PasswordFields } from './password-fields.js';
import { useConnectMailbox } from './use-connect-mailbox.js';

const { connect } = words;

interface MailboxFormProps {
  /** What signs in; null for a password, which the form asks for. */
  readonly token: Token | null;
  readonly template: ClientTemplate | undefined;
  readonly mailbox: string | null;
  /** Goes on; without it the form makes room for what came of it. */
  readonly onConnected?: (mailbox: ConnectedMailbox) => void;
}

/** Both directions of a mailbox, a test of them, and the button that makes them live. */
export function MailboxForm({ token, template, mailbox, onConnected }: MailboxFormProps) {
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<MailboxFields>({
    initialValues: mailboxFields(token, template, mailbox),
    validate: validMailbox(token === null),
  });
  useUnsaved(form);
  useServerRules(
    form,
    mailboxDraft(form.values, token, template),
    (body, signal) => api.POST('/api/mailboxes/findings', { body, signal }),
    (field) => field.replace(/^pop3\./, 'imap.'),
  );
  // What was filled in from the address follows it, until somebody types something else there.
  form.watch('address', ({ previousValue, value }) => {
    const { name, fromFilter } = form.getValues();
    if (name === previousValue) form.setFieldValue('name', value);
    if (fromFilter === previousValue) form.setFieldValue('fromFilter', value);
  });
  const test = useMailboxTest(token?.id ?? null);
  const create = useConnectMailbox(token, template);
  const submit = (fields: MailboxFields) => {
    setProblem(null);
    create.mutate(fields, {
      onSuccess: (connected) => {
        nothingUnsaved();
        onConnected?.(connected);
      },
      onError: (error) => setProblem(showAtField(form, error)),
    });
  };
  if (create.data && !onConnected) return <MailboxResult mailbox={create.data} />;
  const { incoming, outgoing } = form.values;
  return (
    <form onSubmit={form.onSubmit(submit, focusFault(form))} noValidate>
      <Stack gap="lg">
        {!onConnected && <Text c="dimmed">{connect.setUpLead}</Text>}
        {token && <AlreadyUsed tokenId={token.id} />}
        <TextInput
          label={connect.name}
          description={connect.nameHint}
          required
          {...form.getInputProps('name')}
        />
        <TextInput
          type="email"
          label={connect.mailboxAddress}
          description={token ? connect.mailboxAddressHint : undefined}
          required
          {...form.getInputProps('address')}
        />
        {token === null && <PasswordFields form={form} />}
        {!template?.mail && <FindServers form={form} />}
        <IncomingFields form={form} template={template} tokenId={token?.id ?? null} />
        <OutgoingFields form={form} hostKnown={Boolean(template?.mail)} />
        {problem && <ProblemNote problem={problem} />}
        <Group>
          <Button type="submit" loading={create.isPending} disabled={!incoming && !outgoing}>
            {connect.finish}
          </Button>
          <Button
            variant="default"
            ref={test.starter}
            loading={test.isPending}
            disabled={!incoming && !outgoing}
            onClick={() => form.onSubmit((fields) => test.mutate(fields), focusFault(form))()}
          >
            {connect.test}
          </Button>
        </Group>
        <MailboxTest test={test} />
      </Stack>
    </form>
  );
}
