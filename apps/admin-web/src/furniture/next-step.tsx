import { type ComponentType, type ReactNode } from 'react';
import { Card, EmptyState } from '@mantine/core';

interface NextStepProps {
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean; stroke?: number }>;
  readonly title: string;
  readonly children: ReactNode;
  /** The button that takes the step. */
  readonly action?: ReactNode;
}

/** An empty place that says what comes next. */
export function NextStep({ icon: Icon, title, children, action }: NextStepProps) {
  return (
    <Card py="xl">
      <EmptyState variant="light" icon={<Icon aria-hidden stroke={1.6} />} maw="34rem" mx="auto">
        <EmptyState.Title order={2}>{title}</EmptyState.Title>
        <EmptyState.Description>{children}</EmptyState.Description>
        {action && <EmptyState.Actions>{action}</EmptyState.Actions>}
      </EmptyState>
    </Card>
  );
}
