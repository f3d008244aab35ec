import { Card, Group, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import { figure } from '../i18n/language.js';
import { words } from '../i18n/words.js';
import { type House } from './house.js';

const { figures } = words.overview;

/** How many of what, and how many of them are ill. */
export function Figures({ totals: { accounts, servers, countedTo }, tokens, dead }: House) {
  const { total, live, attention: ill, stored } = accounts;
  const { queued, failed } = servers;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }}>
      <Figure
        to="/accounts"
        label={figures.accounts}
        value={live}
        ill={ill}
        note={live === 0 ? figures.notLive(total) : figures.ill(ill)}
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
        more={stored >= countedTo}
        ill={0}
        note={stored === 0 ? figures.none : figures.storedNote}
      />
      <Figure
        to="/outbox"
        label={figures.queued}
        value={queued}
        more={queued >= countedTo}
        ill={failed}
        note={figures.failed(failed)}
      />
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
          {figure(value)}
          {more && '+'}
        </Text>
        <Text size="sm" c={ill > 0 ? 'var(--bad-text)' : 'dimmed'} fw={ill > 0 ? 600 : 400}>
          {note}
        </Text>
      </Group>
    </Card>
  );
}
