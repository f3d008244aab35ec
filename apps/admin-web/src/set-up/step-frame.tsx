import { type ReactNode, useEffect, useRef } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { useLocation } from 'react-router';

interface StepFrameProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
}

/** A step: its heading takes the focus when one comes to it from another. */
export function StepFrame({ title, lead, children }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    // `default` is the entry the browser loaded: there the focus belongs to the browser.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
    // Only another step mounts anew; what is typed changes the key, too.
  }, []);
  return (
    <Stack gap="lg" component="section" aria-label={title}>
      <div>
        <Title order={2} ref={heading} tabIndex={-1} className="page-title">
          {title}
        </Title>
        {lead && (
          <Text c="dimmed" maw="46rem">
            {lead}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
