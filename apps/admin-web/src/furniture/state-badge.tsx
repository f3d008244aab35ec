import { type ComponentType, type ReactNode } from 'react';
import { Badge } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockHour4,
  IconPlayerPauseFilled,
} from '@tabler/icons-react';

/** How a state feels. Icon and word say it too: colour is never alone. */
export type Tone = 'good' | 'waiting' | 'bad' | 'paused' | 'idle';

const LOOKS: Record<
  Tone,
  { color: string; text: string; icon: ComponentType<{ size: number; 'aria-hidden': true }> }
> = {
  good: { color: 'green', text: 'var(--good-text)', icon: IconCircleCheckFilled },
  waiting: { color: 'yellow', text: 'var(--wait-text)', icon: IconClockHour4 },
  bad: { color: 'red', text: 'var(--bad-text)', icon: IconAlertTriangleFilled },
  paused: { color: 'gray', text: 'var(--mantine-color-text)', icon: IconPlayerPauseFilled },
  idle: { color: 'gray', text: 'var(--mantine-color-text)', icon: IconCircleDashed },
};

/** A state in a word, with its icon. */
export function StateBadge({
  tone,
  size = 'lg',
  children,
}: {
  tone: Tone;
  size?: 'md' | 'lg';
  children: ReactNode;
}) {
  const { color, text, icon: Icon } = LOOKS[tone];
  return (
    <Badge color={color} c={text} size={size} leftSection={<Icon size={14} aria-hidden />} data-tone={tone}>
      {children}
    </Badge>
  );
}
