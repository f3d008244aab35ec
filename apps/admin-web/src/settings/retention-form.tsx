import { useState } from 'react';
import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ProblemAnswer } from '../api/problem.js';
import { type Setting } from '../api/shapes.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { words } from '../i18n/words.js';
import { SettingCard } from './setting-card.js';
import { useChangeSettings } from './use-change-settings.js';

const KEY = 'audit-retention-days';

/** For how long the audit log keeps what happened. */
export function RetentionForm({ setting }: { setting: Setting }) {
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<Record<typeof KEY, number | string>>({
    initialValues: { [KEY]: setting.value ?? '' },
    validate: { [KEY]: (value) => (value === '' ? words.rules.required : null) },
  });
  const save = useChangeSettings((error) => setProblem(showAtField(form, error)));
  return (
    <SettingCard setting={setting}>
      <form
        onSubmit={form.onSubmit((values) => {
          setProblem(null);
          save.mutate({ [KEY]: Number(values[KEY]) });
        }, focusFault(form))}
        noValidate
        className="form-narrow"
      >
        <Stack gap="md">
          <NumberInput
            label={words.installation.settings[KEY].field}
            min={1}
            max={3_650}
            allowDecimal={false}
            hideControls
            readOnly={setting.readOnly}
            classNames={{ wrapper: 'short-input' }}
            {...form.getInputProps(KEY)}
          />
          {problem && <ProblemNote problem={problem} />}
          {!setting.readOnly && (
            <Group>
              <Button type="submit" loading={save.isPending}>
                {words.save}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </SettingCard>
  );
}
