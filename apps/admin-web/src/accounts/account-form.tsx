import { type ReactNode } from 'react';
import { Fieldset, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { api } from '../api/api.js';
import { MailHostFields } from '../furniture/mail-host-fields.js';
import { SignInFields } from '../furniture/sign-in-fields.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { useServerRules } from '../furniture/use-server-rules.js';
import { words } from '../i18n/words.js';
import { type Account } from '../api/shapes.js';
import { accountDraft, type AccountFields, accountTrial, withProtocol } from './account-fields.js';
import { AlarmFields } from './alarm-fields.js';
import { BatchFields } from './batch-fields.js';
import { DispositionInputs } from './disposition-fields.js';
import { FoldersInput, useFolders } from './folders-input.js';
import { TlsTrustInputs } from './tls-trust-inputs.js';
import { ProtocolField } from './protocol-field.js';

const { accounts } = words;
const HOST = { host: 'host', port: 'port', security: 'security' } as const;

interface AccountFormProps {
  readonly form: UseFormReturnType<AccountFields>;
  /** The account that is changed; none while it is new. */
  readonly account?: Account;
  readonly onSubmit: (fields: AccountFields) => void;
  /** What only a new account is asked. */
  readonly first?: ReactNode;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** The fields of a mail account. */
export function AccountForm({ form, account, onSubmit, first, children }: AccountFormProps) {
  useUnsaved(form);
  const browse = useFolders((fields: AccountFields) => accountTrial(fields, account?.id));
  const field = form.getInputProps;
  const { kind } = form.values;
  useServerRules(form, accountDraft(form.values, account?.id), (body, signal) =>
    api.POST('/api/accounts/findings', { body, signal }),
  );
  return (
    <form onSubmit={form.onSubmit(onSubmit, focusFault(form))} noValidate className="form-narrow">
      <Stack gap="lg">
        <TextInput label={accounts.name} required {...field('name')} />
        <TextInput
          type="email"
          label={accounts.address}
          description={accounts.addressHint}
          {...field('address')}
        />
        <ProtocolField
          form={form}
          kind={kind}
          onChoose={(chosen) => form.setValues(withProtocol(form.getValues(), chosen))}
        />
        <MailHostFields form={form} protocol={kind} names={HOST} />
        <TlsTrustInputs form={form} stored={account?.tlsTrust} />
        <SignInFields
          form={form}
          ways={['token', 'password']}
          passwordIsSet={account?.hasPassword ?? false}
        />
        <Fieldset legend={accounts.fetching}>
          <Stack gap="md">
            {kind === 'imap' && <FoldersInput form={form} browse={browse} />}
            <DispositionInputs form={form} protocol={kind} folders={browse.data?.items} />
            {first}
            <NumberInput
              hideControls
              classNames={{ wrapper: 'short-input' }}
              label={accounts.sizeLimit}
              description={accounts.sizeLimitHint}
              suffix=" MB"
              min={0.1}
              max={500}
              {...field('sizeLimitMb')}
            />
            {kind === 'imap' && (
              <Switch
                label={accounts.push}
                description={accounts.pushHint}
                {...field('push', { type: 'checkbox' })}
              />
            )}
            <NumberInput
              hideControls
              classNames={{ wrapper: 'short-input' }}
              label={accounts.poll}
              description={accounts.pollHint}
              suffix=" s"
              min={10}
              max={86_400}
              allowDecimal={false}
              {...field('pollSeconds')}
            />
          </Stack>
        </Fieldset>
        <BatchFields form={form} />
        <AlarmFields form={form} />
        <Textarea label={words.comment} autosize minRows={2} {...field('comment')} />
        {children}
      </Stack>
    </form>
  );
}
