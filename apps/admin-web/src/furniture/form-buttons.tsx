import { Button, Group } from '@mantine/core';
import { words } from '../i18n/words.js';

interface FormButtonsProps {
  readonly save: string;
  readonly saving: boolean;
  readonly testing: boolean;
  readonly onTest: () => void;
}

/** Save and test, side by side. */
export function FormButtons({ save, saving, testing, onTest }: FormButtonsProps) {
  return (
    <Group>
      <Button type="submit" loading={saving}>
        {save}
      </Button>
      <Button variant="default" loading={testing} onClick={onTest}>
        {words.checks.runUnsaved}
      </Button>
    </Group>
  );
}
