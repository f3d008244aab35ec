import { type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type Act } from './act.js';
import { Question } from './question.js';

/** A button that asks before it acts. */
export function ConfirmedAct({ icon, ...act }: Act & { readonly icon: ReactNode }) {
  const [open, question] = useDisclosure();
  return (
    <div>
      <Button
        variant="subtle"
        color={act.color}
        c={act.color === 'red' ? 'var(--bad-text)' : 'var(--mantine-color-text)'}
        leftSection={icon}
        onClick={question.open}
      >
        {act.label}
      </Button>
      <Question act={act} opened={open} onClose={question.close} />
    </div>
  );
}
