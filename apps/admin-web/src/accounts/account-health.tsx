import { type ReactNode } from 'react';
import { Card, SimpleGrid, Text } from '@mantine/core';
import { type Account } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { words } from '../i18n/words.js';

const { accounts } = words;

/** The figures of an account at a glance. */
export function AccountHealth({ account: { health, counts, state } }: { account: Account }) {
  return (
    <Card>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="lg" component="dl" className="figures">
        <Figure label={accounts.lastSuccess}>
          <MomentText at={health.lastSuccessAt} never={accounts.notYet} past />
        </Figure>
        <Figure label={accounts.nextFetch}>
          {state === 'live' ? <Next health={health} /> : accounts.notWhile[state]}
        </Figure>
        <Figure label={accounts.storedLabel}>{accounts.counted(counts.stored, counts.countedTo)}</Figure>
        <Figure label={accounts.othersLabel}>
          {accounts.others(counts.ignored + counts.refused, counts.duplicates, counts.countedTo)}
        </Figure>
      </SimpleGrid>
    </Card>
  );
}

function Next({ health: { holder, nextAt, notBefore } }: { health: Account['health'] }) {
  if (holder) return <>{accounts.heldBy(holder.host)}</>;
  return <MomentText at={notBefore ?? nextAt} />;
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fw={600}>
        {children}
      </Text>
    </div>
  );
}
