import { Button, Text } from '@mantine/core';
import { IconApi, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { invokersQuery } from '../api/queries.js';
import { type Invoker } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { RowLink } from '../furniture/rows.js';
import { WholeList } from '../furniture/whole-list.js';
import { words } from '../i18n/words.js';
import { InvokerBadge } from './invoker-badge.js';

const { invokers } = words;
const { usual: _, ...ORDERS } = invokers.orders;
const ORDERED_BY = {
  address: ({ baseUrl, path }: Invoker) => `${baseUrl}/${path}`,
  changed: ({ updatedAt }: Invoker) => -Date.parse(updatedAt),
};

/** The remote endpoints that the helpdesk calls by name. */
export function InvokersPage() {
  const query = useQuery(invokersQuery);
  const add = (
    <Button component={Link} to="/invokers/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {invokers.add}
    </Button>
  );
  return (
    <Page title={invokers.title} lead={invokers.lead} actions={query.data?.items.length ? add : null}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NextStep icon={IconApi} title={invokers.noneTitle} action={add}>
              {invokers.noneLead}
            </NextStep>
          ) : (
            <WholeList
              label={invokers.title}
              icon={IconApi}
              items={items}
              textsOf={({ name, baseUrl, path, comment }) => [name, baseUrl, path, comment]}
              searchHint={invokers.searchHint}
              narrowing={{
                states: invokers.filterStates,
                isIn: (invoker, state) => invoker.state === state,
              }}
              orders={{ usual: invokers.orders.usual, labels: ORDERS, by: ORDERED_BY }}
            >
              {(invoker) => <InvokerRow key={invoker.id} invoker={invoker} />}
            </WholeList>
          )
        }
      </Loaded>
    </Page>
  );
}

function InvokerRow({ invoker }: { invoker: Invoker }) {
  const { id, name, method, baseUrl, path, authentication, placeholders } = invoker;
  return (
    <li className="row">
      <div className="row-main">
        <RowLink to={`/invokers/${id}`}>{name}</RowLink>
        <Text size="sm" c="dimmed">
          {method} {baseUrl}
          {path !== '' && !path.startsWith('/') && !path.startsWith('?') && '/'}
          {path}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">{invokers.authentications[authentication]}</Text>
        <Text size="sm" c="dimmed">
          {placeholders.length === 0 ? invokers.needsNothing : invokers.needs(placeholders)}
        </Text>
      </div>
      <div className="row-side">
        <InvokerBadge invoker={invoker} />
      </div>
    </li>
  );
}
