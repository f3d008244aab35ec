import { type ReactNode } from 'react';
import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { words } from '../i18n/words.js';
import { useCopy } from './use-copy.js';

/** A value to take elsewhere: shown whole, selected on focus, copied by one button. */
export function CopyField({
  label,
  description,
  value,
}: {
  label: string;
  description?: ReactNode;
  value: string;
}) {
  return (
    <TextInput
      label={label}
      description={description}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      classNames={{ input: 'code-input' }}
      rightSectionWidth={124}
      rightSection={<Copy value={value} label={label} />}
    />
  );
}

function Copy({ value, label }: { value: string; label: string }) {
  const { copied, copy } = useCopy(value);
  return (
    <Button
      size="compact-sm"
      variant={copied ? 'light' : 'default'}
      color={copied ? 'green' : 'gray'}
      // On its tint under the pointer green words are too faint (WCAG 1.4.3); the sign beside them is green enough.
      c="var(--mantine-color-text)"
      onClick={copy}
      aria-label={copied ? words.copied : words.copyThing(label)}
      leftSection={
        copied ? (
          <IconCheck size={14} color="var(--good-text)" aria-hidden />
        ) : (
          <IconCopy size={14} aria-hidden />
        )
      }
    >
      {copied ? words.copied : words.copy}
    </Button>
  );
}
