import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconShieldLock, IconTransfer } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { clientsQuery } from '../api/queries.js';
import { type ListedClient } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { NextStep } from '../furniture/next-step.js';
import { NothingFits } from '../furniture/nothing-fits.js';
import { Page } from '../furniture/page.js';
import { PAGE_SIZE, Pager, useOffset } from '../furniture/pager.js';
import { RowLink, Rows } from '../furniture/rows.js';
import { SearchField, useSearched } from '../furniture/search-field.js';
import { words } from '../i18n/words.js';
import { noTokenYet } from '../tokens/token-status.js';
import { ClientTroubleBadge } from './client-trouble.js';
import { ProviderMark } from './provider-mark.js';
import { RedirectUri } from './redirect-uri.js';
import { ValidityBadge } from './validity-badge.js';

const { clients } = words;

const VALIDITIES = ['valid', 'invalid', 'temporarily-invalid'] as const;
const SORTS = ['urgency', 'expiry'] as const;

/** The app registrations at providers, with how their tokens are; what is looked for stands in the address. */
export function ClientsPage() {
  const search = useSearched();
  const validity = useAddressFilter('validity', VALIDITIES);
  const query = useQuery(
    clientsQuery({
      ...(search === '' ? {} : { search }),
      ...(validity === null ? {} : { validity }),
      sort: useAddressFilter('sort', SORTS) ?? 'name',
      limit: PAGE_SIZE,
      offset: useOffset(),
    }),
  );
  const isEmpty = query.data?.total === 0 && search === '' && validity === null;
  const register = (
    <>
      <Button
        component={Link}
        to="/transfer"
        variant="default"
        leftSection={<IconTransfer size={18} aria-hidden />}
      >
        {words.navigation.transfer}
      </Button>
      <Button component={Link} to="/clients/new" leftSection={<IconPlus size={18} aria-hidden />}>
        {clients.register}
      </Button>
    </>
  );
  return (
    <Page title={clients.title} lead={clients.lead} actions={query.data && !isEmpty ? register : null}>
      <Loaded query={query}>
        {({ items, total }) =>
          isEmpty ? (
            <NextStep icon={IconShieldLock} title={clients.noneTitle} action={register}>
              {clients.noneLead}
            </NextStep>
          ) : (
            <>
              <Filters />
              {items.length === 0 ? (
                <NothingFits icon={IconShieldLock} />
              ) : (
                <Rows label={clients.title}>
                  {items.map((client) => (
                    <ClientRow key={client.id} client={client} />
                  ))}
                </Rows>
              )}
              <Pager total={total} shown={items.length} />
            </>
          )
        }
      </Loaded>
      <RedirectUri />
    </Page>
  );
}

function Filters() {
  const { filters } = clients;
  return (
    <Group gap="sm" align="flex-end">
      <SearchField label={filters.search} placeholder={filters.searchHint} />
      <AddressFilter
        name="validity"
        label={filters.validity}
        all={filters.anyValidity}
        values={VALIDITIES}
        labels={clients.validities}
      />
      <AddressFilter
        name="sort"
        label={filters.sort}
        all={filters.name}
        values={SORTS}
        labels={filters.sorts}
      />
    </Group>
  );
}

function ClientRow({ client }: { client: ListedClient }) {
  return (
    <li className="row" data-off={client.validity !== 'valid' || undefined}>
      <Group className="row-main" gap="sm" wrap="nowrap">
        <ProviderMark template={client.template} />
        <div>
          <RowLink to={`/clients/${client.id}`}>{client.name}</RowLink>
          <Text size="sm" c="dimmed">
            {clients.templates[client.template]?.name ?? client.template}
            {client.tenant && ` · ${client.tenant}`}
          </Text>
        </div>
      </Group>
      <div className="row-facts">
        <TokenCounts client={client} />
        <Text size="sm" c="dimmed" ff="monospace" truncate title={client.clientId}>
          {client.clientId}
        </Text>
      </div>
      <div className="row-side">
        <ProofEnd client={client} />
        <ClientTroubleBadge failure={client.failure} />
        <ValidityBadge validity={client.validity} />
      </div>
    </li>
  );
}

/** How many tokens, and how many of them are in trouble, leading to those. */
function TokenCounts({ client: { id, tokens } }: { client: ListedClient }) {
  if (tokens.total === 0) return <Text size="sm">{noTokenYet}</Text>;
  const worst = (['reconnect', 'suspected', 'failing'] as const).find((state) => tokens[state] > 0);
  return (
    <Text size="sm">
      {clients.tokenCount(tokens.total)}
      {worst && (
        <>
          {' · '}
          <Anchor component={Link} to={`/tokens?client=${id}&state=${worst}`} inherit c="var(--bad-text)">
            {clients.tokenTrouble[worst](tokens[worst])}
          </Anchor>
        </>
      )}
    </Text>
  );
}

/** When what the client proves itself with ends: the last of its secrets, or the certificate. */
function ProofEnd({ client }: { client: ListedClient }) {
  const { secrets, key } = client;
  if (secrets.length === 0 && key === null)
    return (
      <Badge color="gray" size="lg">
        {clients.noSecret}
      </Badge>
    );
  const ends = key?.certificate
    ? [key.certificate.expiresAt]
    : secrets.map(({ expiresAt }) => expiresAt ?? '');
  const last = ends.includes('') ? '' : (ends.toSorted().at(-1) ?? '');
  if (last === '') return null;
  return (
    <Text size="sm" c="dimmed">
      {key?.certificate ? clients.certificateEnds : clients.secretEnds} <MomentText at={last} />
    </Text>
  );
}
