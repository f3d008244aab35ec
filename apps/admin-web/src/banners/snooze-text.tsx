import { Text } from '@mantine/core';
import { type Banner } from '../api/shapes.js';
import { moment } from '../i18n/moment.js';
import { words } from '../i18n/words.js';

/** Who lets it sleep, until when, and why. */
export function SnoozeText({ snooze: { by, until, reason } }: { snooze: NonNullable<Banner['snooze']> }) {
  return (
    <Text size="sm" c="dimmed">
      {words.warnings.snoozedBy(by, moment(new Date(until)))} {reason}
    </Text>
  );
}
