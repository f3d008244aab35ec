import { Alert, List, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Account, type MailHost } from '../api/shapes.js';
import { type FieldProps } from '../furniture/field-props.js';
import { moment } from '../i18n/moment.js';
import { words } from '../i18n/words.js';
import { type TrustFields } from './tls-trust.js';

const { tlsTrust } = words;
const TRUSTS = ['verified', 'ca', 'fingerprint', 'any'] as const;

interface TlsTrustInputsProps {
  readonly form: {
    readonly values: TrustFields & { readonly security: MailHost['security'] };
    getInputProps(path: string): FieldProps;
  };
  /** As it is stored, with the names of its own authorities. */
  readonly stored: Account['tlsTrust'] | undefined;
}

/** Whose certificates are believed; nothing to ask where nothing is encrypted. */
export function TlsTrustInputs({ form, stored }: TlsTrustInputsProps) {
  const { trust, security } = form.values;
  if (security === 'none')
    return (
      <Caution title={words.accounts.cautions['not-encrypted'].title}>
        {words.accounts.cautions['not-encrypted'].lead}
      </Caution>
    );
  return (
    <Stack gap="md">
      <NativeSelect
        label={tlsTrust.label}
        description={tlsTrust.hints[trust]}
        data={TRUSTS.map((value) => ({ value, label: tlsTrust.kinds[value] }))}
        {...form.getInputProps('trust')}
      />
      {trust === 'ca' && (
        <Textarea
          label={tlsTrust.certificates}
          description={tlsTrust.certificatesHint}
          required
          autosize
          minRows={4}
          maxRows={10}
          spellCheck={false}
          {...form.getInputProps('certificates')}
        />
      )}
      {trust === 'ca' && stored?.kind === 'ca' && <Authorities trust={stored} />}
      {trust === 'fingerprint' && (
        <TextInput
          label={tlsTrust.sha256}
          description={tlsTrust.sha256Hint}
          required
          spellCheck={false}
          {...form.getInputProps('sha256')}
        />
      )}
      {trust === 'any' && (
        <Caution title={words.accounts.cautions['certificate-not-verified'].title}>
          {words.accounts.cautions['certificate-not-verified'].lead}
        </Caution>
      )}
    </Stack>
  );
}

function Authorities({ trust: { authorities } }: { trust: Extract<Account['tlsTrust'], { kind: 'ca' }> }) {
  return (
    <List size="sm" aria-label={tlsTrust.stored}>
      {authorities.map(({ subject, endsAt, sha256 }) => (
        <List.Item key={sha256}>{tlsTrust.authority(subject, moment(new Date(endsAt)))}</List.Item>
      ))}
    </List>
  );
}

/** A warning that stays while the reason for it does. */
export function Caution({ title, children }: { title: string; children: string }) {
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={title}>
      {children}
    </Alert>
  );
}
