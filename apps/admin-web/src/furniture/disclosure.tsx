import { type ReactNode, useId } from 'react';
import { Button, Collapse } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';

interface DisclosureProps {
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** What most people need not see, behind a button that says so. */
export function Disclosure({ label, open, onToggle, children }: DisclosureProps) {
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        px={10}
        className="disclosure"
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
        leftSection={
          <IconChevronRight size={16} aria-hidden className="disclosure-mark" data-open={open || undefined} />
        }
      >
        {label}
      </Button>
      <Collapse expanded={open} id={id} pt="sm">
        {children}
      </Collapse>
    </div>
  );
}
