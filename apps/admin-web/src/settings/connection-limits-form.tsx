import { useState } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { type ProblemAnswer } from '../api/problem.js';
import { type Setting } from '../api/shapes.js';
import { focusFault, showAtField } from '../furniture/form-problem.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import { faultsOf, limitsOf, newRow, rowsOf, type LimitFields } from './connection-limits.js';
import { FixedValue } from './fixed-value.js';
import { LimitRow } from './limit-row.js';
import { SettingCard } from './setting-card.js';
import { useChangeSettings } from './use-change-settings.js';
import { useSettingRules } from './use-setting-rules.js';

const { connectionLimits } = words.installation;

/** How many connections each mail host gets, rule by rule. */
export function ConnectionLimitsForm({ setting }: { setting: Setting }) {
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const form = useForm<LimitFields>({
    initialValues: { 'connection-limits': rowsOf(setting.value) },
    validate: faultsOf,
  });
  useUnsaved(form);
  useSettingRules(form, { 'connection-limits': limitsOf(form.values) });
  const save = useChangeSettings((error) => setProblem(showAtField(form, error)));
  if (setting.readOnly)
    return (
      <SettingCard setting={setting}>
        {form.values['connection-limits'].map(({ key, host, limit, per }) => (
          <FixedValue key={key} label={host}>
            {connectionLimits.fixed(Number(limit), connectionLimits.ways[per])}
          </FixedValue>
        ))}
      </SettingCard>
    );
  return (
    <SettingCard setting={setting}>
      <form
        onSubmit={form.onSubmit((values) => {
          setProblem(null);
          save.mutate(
            { 'connection-limits': limitsOf(values) },
            { onSuccess: () => form.resetDirty(values) },
          );
        }, focusFault(form))}
        noValidate
      >
        <Stack gap="md">
          {form.values['connection-limits'].map(({ key }, index) => (
            <LimitRow key={key} form={form} index={index} />
          ))}
          {problem && <ProblemNote problem={problem} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.save}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => form.insertListItem('connection-limits', newRow(), 0)}
            >
              {connectionLimits.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingCard>
  );
}
