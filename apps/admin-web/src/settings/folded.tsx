import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Card, Collapse, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useUnfolded } from './use-unfolded.js';

interface FoldedProps {
  /** How the address calls it. */
  readonly name: string;
  readonly title: string;
  /** What it is at the moment: read without opening it. */
  readonly summary: ReactNode;
  readonly badges?: ReactNode;
  readonly lead: string;
  readonly children: ReactNode;
}

/**
 * A part of the page that says what it is and opens where it is pressed. What is open stands in the address; the first one named
 * there comes into view when the page is loaded. What was typed stays while it is closed.
 */
export function Folded({ name, title, summary, badges, lead, children }: FoldedProps) {
  const { open, toggle } = useUnfolded(name);
  const [seen, setSeen] = useState(open);
  if (open && !seen) setSeen(true);
  const id = useId();
  const card = useIntoViewAtFirst(open);
  return (
    <Card component="section" aria-label={title} className="folded" p={0} ref={card}>
      <Title order={3} className="folded-title">
        <UnstyledButton className="folded-head" aria-expanded={open} aria-controls={id} onClick={toggle}>
          <IconChevronRight size={18} aria-hidden className="disclosure-mark" data-open={open || undefined} />
          <span className="folded-name">{title}</span>
          {!open && <span className="folded-summary">{summary}</span>}
        </UnstyledButton>
      </Title>
      <Collapse expanded={open} id={id}>
        {seen && (
          <Stack gap="md" className="folded-inside">
            {badges && <Group gap="sm">{badges}</Group>}
            <Text c="dimmed" size="sm">
              {lead}
            </Text>
            {children}
          </Stack>
        )}
      </Collapse>
    </Card>
  );
}

// Its place is known once everything above it has been drawn: the frame after the first.
function useIntoViewAtFirst(open: boolean) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) requestAnimationFrame(() => card.current?.scrollIntoView({ block: 'nearest' }));
    // Only what the address named: what is opened by hand is in view already.
  }, []);
  return card;
}
