import { type ReactNode } from 'react';
import { Fieldset, NumberInput, Stack, Switch, Textarea, TagsInput, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { MailHostFields } from '../furniture/mail-host-fields.js';
import { SignInFields } from '../furniture/sign-in-fields.js';
import { focusFault } from '../furniture/form-problem.js';
import { words } from '../i18n/words.js';
import { type AccountFields, withProtocol } from './account-fields.js';
import { AlarmFields } from './alarm-fields.js';
import { DispositionInputs } from './disposition-fields.js';
import { ProtocolField } from './protocol-field.js';

const { accounts } = words;
const HOST = { host: 'host', port: 'port', security: 'security' } as const;

interface AccountFormProps {
  readonly form: UseFormReturnType<AccountFields>;
  readonly passwordIsSet: boolean;
  readonly onSubmit: (fields: AccountFields) => void;
  /** What only a new account is asked. */
  readonly first?: ReactNode;
  /** The buttons and what they brought. */
  readonly children: ReactNode;
}

/** The fields of a mail account. */
export function AccountForm({ form, passwordIsSet, onSubmit, first, children }: AccountFormProps) {
  const field = form.getInputProps;
  const { kind } = form.values;
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
        <SignInFields form={form} ways={['token', 'password']} passwordIsSet={passwordIsSet} />
        <Fieldset legend={accounts.fetching}>
          <Stack gap="md">
            {kind === 'imap' && (
              <TagsInput label={accounts.folders} description={accounts.foldersHint} {...field('folders')} />
            )}
            <DispositionInputs form={form} protocol={kind} />
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
        <AlarmFields form={form} />
        <Textarea label={words.comment} autosize minRows={2} {...field('comment')} />
        {children}
      </Stack>
    </form>
  );
}
