import { type ReactNode } from 'react';
import { Code, DataList, Stack, Text } from '@mantine/core';
import { type Diagnosis } from '../api/shapes.js';
import { MomentText } from '../furniture/moment-text.js';
import { words } from '../i18n/words.js';

const { claims: names, ...diagnosis } = words.diagnosis;

/** What an access token says of itself, by the names that providers give it. */
export function ClaimFacts({ claims }: { claims: NonNullable<Diagnosis['claims']> }) {
  const rows: readonly (readonly [string, ReactNode])[] = [
    [names.audience, list(claims.audience)],
    [names.scopes, list(claims.scopes)],
    [names.roles, list(claims.roles)],
    [names.user, claims.user],
    [names.tenant, code(claims.tenant)],
    [names.application, code(claims.application)],
    [names.objectId, code(claims.objectId)],
    [names.issuer, code(claims.issuer)],
    [names.issuedAt, claims.issuedAt && <MomentText key="iat" at={claims.issuedAt} both />],
    [names.expiresAt, claims.expiresAt && <MomentText key="exp" at={claims.expiresAt} both />],
  ];
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {diagnosis.says}
      </Text>
      <DataList orientation="horizontal" labelWidth={190} className="facts">
        {rows
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <DataList.Item key={label}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
      </DataList>
    </Stack>
  );
}

function list(values: readonly string[]): ReactNode {
  return values.length === 0 ? null : code(values.join(' '));
}

function code(value: string | null): ReactNode {
  return value === null ? null : (
    <Code key={value} className="breakable">
      {value}
    </Code>
  );
}
