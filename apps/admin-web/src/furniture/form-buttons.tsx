import { type Ref } from 'react';
import { Button, Group } from '@mantine/core';
import { words } from '../i18n/words.js';

interface FormButtonsProps {
  readonly save: string;
  readonly saving: boolean;
  readonly test: { readonly isPending: boolean; readonly starter: Ref<HTMLButtonElement> };
  readonly onTest: () => void;
}

/** Save and test, side by side. */
export function FormButtons({ save, saving, test, onTest }: FormButtonsProps) {
  return (
    <Group>
      <Button type="submit" loading={saving}>
        {save}
      </Button>
      <Button variant="default" ref={test.starter} loading={test.isPending} onClick={onTest}>
        {words.checks.runUnsaved}
      </Button>
    </Group>
  );
}
