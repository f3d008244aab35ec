import { useState } from 'react';
import { Group, Text } from '@mantine/core';
import { type Account } from '../api/shapes.js';
import { CheckSteps } from '../furniture/check-steps.js';
import { Disclosure } from '../furniture/disclosure.js';
import { MomentText } from '../furniture/moment-text.js';
import { words } from '../i18n/words.js';

const { accounts } = words;

/** What was tested last of what is stored, when, and how it went. */
export function LastCheck({ account: { lastCheck, host } }: { account: Account }) {
  const [open, setOpen] = useState(false);
  if (!lastCheck)
    return (
      <Text size="sm" c="dimmed">
        {accounts.neverTested}
      </Text>
    );
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" c={lastCheck.passed ? 'var(--good-text)' : 'var(--bad-text)'}>
          {accounts.tested(lastCheck.passed)}
        </Text>
        <Text size="sm" c="dimmed" component="span">
          <MomentText at={lastCheck.at} past />
        </Text>
      </Group>
      <Disclosure label={accounts.showLastTest} open={open} onToggle={() => setOpen(!open)}>
        <CheckSteps steps={lastCheck.steps} title={words.checks.of(host)} />
      </Disclosure>
    </div>
  );
}
