import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { type Setting } from '../api/shapes.js';
import { ChangeProblem } from '../furniture/change-problem.js';
import { focusFault } from '../furniture/form-problem.js';
import { useUnsaved } from '../furniture/unsaved.js';
import { words } from '../i18n/words.js';
import {
  faultsOf,
  limitsOf,
  newRow,
  rowsOf,
  type LimitFields,
  type LimitFieldsRow,
} from './connection-limits.js';
import { FixedValue } from './fixed-value.js';
import { LimitRow } from './limit-row.js';
import { SettingCard } from './setting-card.js';
import { useSettingChange } from './use-setting-change.js';
import { useSettingRules } from './use-setting-rules.js';

const { connectionLimits } = words.installation;

/** How many connections each mail host gets, rule by rule. */
export function ConnectionLimitsForm({ setting }: { setting: Setting }) {
  const form = useForm<LimitFields>({
    initialValues: fieldsOf(setting),
    validate: faultsOf,
  });
  useUnsaved(form);
  useSettingRules(form, { 'connection-limits': limitsOf(form.values) });
  const { change, ...saving } = useSettingChange(form, {
    setting,
    label: words.installation.settings['connection-limits'].title,
    fieldsOf,
    changesOf: (fields) => ({ 'connection-limits': limitsOf(fields) }),
    say: (rows) => (rows as LimitFieldsRow[]).map(lineOf).join('; '),
  });
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
      <form onSubmit={form.onSubmit((fields) => change.mutate(fields), focusFault(form))} noValidate>
        <Stack gap="md">
          {form.values['connection-limits'].map(({ key }, index) => (
            <LimitRow key={key} form={form} index={index} />
          ))}
          <ChangeProblem {...saving} />
          <Group>
            <Button type="submit" loading={change.isPending}>
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

const fieldsOf = ({ value }: Setting): LimitFields => ({ 'connection-limits': rowsOf(value) });

function lineOf({ host, limit, per }: LimitFieldsRow): string {
  return `${host}: ${connectionLimits.fixed(Number(limit), connectionLimits.ways[per])}`;
}
