import { useState, type ReactNode } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ProblemAnswer } from '../api/problem.js';
import { type Setting } from '../api/shapes.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { FixedValue } from './fixed-value.js';
import { SettingCard } from './setting-card.js';
import { useChangeSettings } from './use-change-settings.js';
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
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<Record<string, unknown>>({
    initialValues: { [key]: setting.value ?? '' },
    validate: { [key]: (value) => (value === '' ? words.rules.required : null) },
  });
  useUnsaved(form);
  useSettingRules(form, { [key]: read(form.values[key]) });
  const save = useChangeSettings((error) => setProblem(showAtField(form, error)));
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
        onSubmit={form.onSubmit((values) => {
          setProblem(null);
          save.mutate({ [key]: read(values[key]) }, { onSuccess: () => form.resetDirty(values) });
        }, focusFault(form))}
        noValidate
        className="form-narrow"
      >
        <Stack gap="md">
          {children(form.getInputProps(key))}
          {below}
          {problem && <ProblemNote problem={problem} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingCard>
  );
}

const asItIs = (text: string): string => text;

function textOf(value: Setting['value']): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
