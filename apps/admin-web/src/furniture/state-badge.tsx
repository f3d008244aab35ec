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

const LOOKS: Record<Tone, { color: string; icon: ComponentType<{ size: number; 'aria-hidden': true }> }> = {
  good: { color: 'green', icon: IconCircleCheckFilled },
  waiting: { color: 'yellow', icon: IconClockHour4 },
  bad: { color: 'red', icon: IconAlertTriangleFilled },
  paused: { color: 'gray', icon: IconPlayerPauseFilled },
  idle: { color: 'gray', icon: IconCircleDashed },
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
  const { color, icon: Icon } = LOOKS[tone];
  return (
    <Badge
      color={color}
      size={size}
      leftSection={<Icon size={14} aria-hidden />}
      className="state-badge"
      data-tone={tone}
    >
      {children}
    </Badge>
  );
}
