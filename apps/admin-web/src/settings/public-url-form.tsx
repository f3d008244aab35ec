import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { redirectUriQuery, sessionQuery } from '../api/queries.js';
import { type Setting } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { CopyField } from '../furniture/copy-field.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { FixedValue } from './fixed-value.js';
import { outlookOf } from './public-url.js';
import { SettingCard } from './setting-card.js';
import { useSettingChange } from './use-setting-change.js';
import { useSettingRules } from './use-setting-rules.js';

const { installation } = words;
const URL_KEY = 'public-url' as const;

/** Where browsers reach the helpdesk, and what follows from it at every provider. */
export function PublicUrlForm({ setting }: { setting: Setting }) {
  const stored = urlOf(setting);
  const form = useForm({
    initialValues: fieldsOf(setting),
    validate: { [URL_KEY]: (value: string) => (value.trim() === '' ? words.rules.required : null) },
  });
  useUnsaved(form);
  useSettingRules(form, form.values);
  const typed = form.values[URL_KEY];
  const { field: label } = installation.settings[URL_KEY];
  const { change, ...saving } = useSettingChange(form, {
    setting,
    label,
    fieldsOf,
    changesOf: (fields) => fields,
  });
  if (setting.readOnly)
    return (
      <SettingCard setting={setting}>
        <FixedValue label={label}>{stored}</FixedValue>
        <Consequences typed={stored} changed={setting.pending} />
      </SettingCard>
    );
  return (
    <SettingCard setting={setting}>
      <form
        onSubmit={form.onSubmit((fields) => change.mutate(fields), focusFault(form))}
        noValidate
        className="form-narrow"
      >
        <Stack gap="md">
          <TextInput label={label} type="url" spellCheck={false} {...form.getInputProps(URL_KEY)} />
          <Consequences typed={typed} changed={typed.trim() !== stored || setting.pending} />
          <ChangeProblem {...saving} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingCard>
  );
}

const urlOf = ({ value }: Setting): string => (typeof value === 'string' ? value : '');
const fieldsOf = (setting: Setting) => ({ [URL_KEY]: urlOf(setting) }) as const;

function Consequences({ typed, changed }: { typed: string; changed: boolean }) {
  const { data: session } = useQuery(sessionQuery);
  const { data: present } = useQuery(redirectUriQuery);
  if (!session || !present) return null;
  const { redirectUri, needsHttps } = outlookOf(typed, { ...session, ...present });
  return (
    <>
      {needsHttps && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
          {installation.needsHttps}
        </Alert>
      )}
      {redirectUri && (
        <CopyField
          label={words.clients.redirectUri}
          description={installation.redirectUriHint}
          value={redirectUri}
        />
      )}
      {changed && redirectUri && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={installation.moveTitle}>
          {installation.moveLead}
        </Alert>
      )}
    </>
  );
}
