import { Button, Text } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { webhooksQuery } from '../api/queries.js';
import { type Webhook } from '../api/shapes.js';
import { Loaded } from '../furniture/loaded.js';
import { MomentText } from '../furniture/moment-text.js';
import { NextStep } from '../furniture/next-step.js';
import { Page } from '../furniture/page.js';
import { RowLink } from '../furniture/rows.js';
import { WholeList } from '../furniture/whole-list.js';
import { words } from '../i18n/words.js';
import { WebhookBadge } from './webhook-badge.js';

const { webhooks } = words;
const { usual: _, ...ORDERS } = webhooks.orders;
const ORDERED_BY = {
  address: ({ url }: Webhook) => url,
  waiting: ({ waiting }: Webhook) => -waiting,
  changed: ({ updatedAt }: Webhook) => -Date.parse(updatedAt),
};

/** Who is told what happens here. */
export function WebhooksPage() {
  const query = useQuery(webhooksQuery);
  const add = (
    <Button component={Link} to="/webhooks/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {webhooks.add}
    </Button>
  );
  return (
    <Page title={webhooks.title} lead={webhooks.lead} actions={query.data?.items.length ? add : null}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NextStep icon={IconWebhook} title={webhooks.noneTitle} action={add}>
              {webhooks.noneLead}
            </NextStep>
          ) : (
            <WholeList
              label={webhooks.title}
              icon={IconWebhook}
              items={items}
              textsOf={({ description, url }) => [description, url]}
              searchHint={webhooks.searchHint}
              narrowing={{
                states: webhooks.filterStates,
                isIn: ({ state: is, failure }, state) =>
                  state === 'failing' ? failure !== null : is === state,
              }}
              orders={{ usual: webhooks.orders.usual, labels: ORDERS, by: ORDERED_BY }}
            >
              {(webhook) => <WebhookRow key={webhook.id} webhook={webhook} />}
            </WholeList>
          )
        }
      </Loaded>
    </Page>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { id, description, url, events, waiting, lastSuccessAt } = webhook;
  return (
    <li className="row">
      <div className="row-main">
        <RowLink to={`/webhooks/${id}`}>{description}</RowLink>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Text>
      </div>
      <div className="row-facts">
        <Text size="sm">
          {webhooks.hears(events.length)}
          {waiting > 0 && `, ${webhooks.waiting(waiting)}`}
        </Text>
        <Text size="sm" c="dimmed">
          {webhooks.lastSuccess} <MomentText at={lastSuccessAt} never={webhooks.never.toLowerCase()} past />
        </Text>
      </div>
      <div className="row-side">
        <WebhookBadge webhook={webhook} />
      </div>
    </li>
  );
}
