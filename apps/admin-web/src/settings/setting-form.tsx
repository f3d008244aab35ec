import { type ReactNode } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Setting } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { FixedValue } from './fixed-value.js';
import { SettingCard } from './setting-card.js';
import { useSettingChange } from './use-setting-change.js';
import { useSettingRules } from './use-setting-rules.js';

/** A setting of which the key is known. */
export type NamedSetting<Key extends Setting['key']> = Setting & { readonly key: Key };

type FieldProps = ReturnType<ReturnType<typeof useForm<Record<string, unknown>>>['getInputProps']>;

interface Props {
  readonly setting: Setting;
  readonly label: string;
  /** How the value reads where it cannot be changed; as it is where nothing is said. */
  readonly say?: (value: string) => string;
  /** What stands below the field. */
  readonly below?: ReactNode;
  /** What the field holds as the value to store. */
  readonly read: (typed: unknown) => string | number;
  /** The one field of the form. */
  readonly children: (field: FieldProps) => ReactNode;
}

/** A setting in a form of its own: what it is for, one field, what was wrong with it. */
export function SettingForm({ setting, label, say = asItIs, below, read, children }: Props) {
  const { key } = setting;
  const form = useForm<Record<string, unknown>>({
    initialValues: fieldsOf(setting),
    validate: { [key]: (value) => (value === '' ? words.rules.required : null) },
  });
  useUnsaved(form);
  useSettingRules(form, { [key]: read(form.values[key]) });
  const { change, ...saving } = useSettingChange(form, {
    setting,
    label,
    fieldsOf,
    changesOf: (fields) => ({ [key]: read(fields[key]) }),
    say: (value) => (typeof value === 'string' ? say(value) : value),
  });
  if (setting.readOnly)
    return (
      <SettingCard setting={setting}>
        <FixedValue label={label}>{say(textOf(setting.value)) || words.installation.nothing}</FixedValue>
        {below}
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
          {children(form.getInputProps(key))}
          {below}
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

const fieldsOf = ({ key, value }: Setting): Record<string, unknown> => ({ [key]: value ?? '' });
const asItIs = (text: string): string => text;

function textOf(value: Setting['value']): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
