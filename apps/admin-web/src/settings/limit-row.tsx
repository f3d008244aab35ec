import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { words } from '../i18n/words.js';
import { type LimitFields } from './connection-limits.js';

const { connectionLimits } = words.installation;
const WAYS = (['host', 'login'] as const).map((value) => ({ value, label: connectionLimits.ways[value] }));

interface LimitRowProps {
  readonly form: UseFormReturnType<LimitFields>;
  readonly index: number;
}

/** One rule: for which hosts, how many, and what is counted together. */
export function LimitRow({ form, index }: LimitRowProps) {
  const at = `connection-limits.${index}`;
  const host = form.values['connection-limits'][index]?.host ?? '';
  return (
    <div className="limit-row" role="group" aria-label={connectionLimits.rule(index + 1)}>
      <TextInput
        label={connectionLimits.host}
        spellCheck={false}
        autoComplete="off"
        {...form.getInputProps(`${at}.host`)}
      />
      <NumberInput
        label={connectionLimits.limit}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        {...form.getInputProps(`${at}.limit`)}
      />
      <Select
        label={connectionLimits.per}
        data={WAYS}
        allowDeselect={false}
        {...form.getInputProps(`${at}.per`)}
      />
      <ActionIcon
        mt={30}
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        aria-label={connectionLimits.remove(host || connectionLimits.rule(index + 1))}
        onClick={() => form.removeListItem('connection-limits', index)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
