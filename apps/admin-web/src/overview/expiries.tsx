import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { MomentText } from '../furniture/moment-text.js';
import { RowLink, Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { ExpiryLine } from './expiry-line.js';
import { type House } from './house.js';
import { nextExpiries } from './next-expiries.js';

const { expiries } = words.overview;

const LISTED = 6;

/** What ends when: secrets and certificates of clients, and tokens that nothing renews for good. */
export function Expiries(house: House) {
  if (house.tokens.total + house.clients.total === 0) return null;
  const next = nextExpiries({ clients: house.clients.ending, tokens: house.tokens.ending });
  return (
    <Stack component="section" gap="sm" aria-label={expiries.title}>
      <Title order={2}>{expiries.title}</Title>
      {next.length === 0 ? (
        <Text c="dimmed">{expiries.none}</Text>
      ) : (
        <>
          <Card pb="xl">
            <ExpiryLine next={next} />
          </Card>
          <Rows label={expiries.title}>
            {next.slice(0, LISTED).map(({ kind, name, at, to }) => (
              <li className="row" key={`${kind} ${to} ${at}`}>
                <div className="row-main">
                  <RowLink to={to}>{name}</RowLink>
                  <Text size="sm" c="dimmed">
                    {expiries.kinds[kind]}
                  </Text>
                </div>
                <div className="row-side">
                  <MomentText at={at} both />
                </div>
              </li>
            ))}
          </Rows>
        </>
      )}
      <Group gap="lg">
        <Anchor component={Link} to="/tokens?sort=expiry" size="sm">
          {expiries.allTokens}
        </Anchor>
        <Anchor component={Link} to="/clients?sort=expiry" size="sm">
          {expiries.allClients}
        </Anchor>
      </Group>
    </Stack>
  );
}
