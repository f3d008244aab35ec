import { Card, Group, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import { needsAttention } from '../accounts/account-status.js';
import { words } from '../i18n/words.js';
import { type House } from './house.js';

const { figures } = words.overview;

/** How many of what, and how many of them are ill. */
export function Figures({ accounts, servers, tokens, dead }: House) {
  const live = accounts.filter(({ state }) => state === 'live');
  const stored = accounts.reduce((sum, { counts }) => sum + counts.stored, 0);
  const more = accounts.some(({ counts }) => counts.stored >= counts.countedTo);
  const queued = servers.reduce((sum, { health }) => sum + health.queued, 0);
  const failed = servers.reduce((sum, { health }) => sum + health.failed, 0);
  const ill = accounts.filter(needsAttention).length;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <Figure
        to="/accounts"
        label={figures.accounts}
        value={live.length}
        ill={ill}
        note={live.length === 0 ? figures.notLive(accounts.length) : figures.ill(ill)}
      />
      <Figure
        to="/tokens"
        label={figures.tokens}
        value={tokens.total - dead.total}
        ill={dead.total}
        note={tokens.total === 0 ? figures.none : figures.dead(dead.total)}
      />
      <Figure
        to="/accounts"
        label={figures.stored}
        value={stored}
        more={more}
        ill={0}
        note={stored === 0 ? figures.none : figures.storedNote}
      />
      <Figure to="/outbox" label={figures.queued} value={queued} ill={failed} note={figures.failed(failed)} />
    </SimpleGrid>
  );
}

interface FigureProps {
  readonly to: string;
  readonly label: string;
  readonly value: number;
  /** It is so many or more. */
  readonly more?: boolean;
  readonly ill: number;
  readonly note: string;
}

function Figure({ to, label, value, more = false, ill, note }: FigureProps) {
  return (
    <Card component={Link} to={to} className="figure-link" padding="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Group gap="xs" align="baseline">
        <Text fz={28} fw={700} lh={1.3}>
          {value.toLocaleString('en')}
          {more && '+'}
        </Text>
        <Text size="sm" c={ill > 0 ? 'var(--bad-text)' : 'dimmed'} fw={ill > 0 ? 600 : 400}>
          {note}
        </Text>
      </Group>
    </Card>
  );
}
