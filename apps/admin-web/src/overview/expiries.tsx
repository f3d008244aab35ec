import { Stack, Text, Title } from '@mantine/core';
import { MomentText } from '../furniture/moment-text.js';
import { RowLink, Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { type House } from './house.js';
import { nextExpiries } from './next-expiries.js';

const { expiries } = words.overview;

/** What ends next: secrets of clients and refresh tokens with a date. */
export function Expiries(house: House) {
  if (house.tokens.total === 0) return null;
  const next = nextExpiries({ clients: house.clients.ending, tokens: house.tokens.ending });
  return (
    <Stack gap="sm">
      <Title order={2}>{expiries.title}</Title>
      {next.length === 0 ? (
        <Text c="dimmed">{expiries.none}</Text>
      ) : (
        <Rows label={expiries.title}>
          {next.map(({ kind, name, at, to }) => (
            <li className="row" key={`${kind} ${to}`}>
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
      )}
    </Stack>
  );
}
