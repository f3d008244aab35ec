import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem.js';
import { type Delivery } from '../api/shapes.js';
import { AddressFilter } from '../furniture/address-filter.js';
import { useAddressFilter } from '../furniture/address.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { ShowMore } from '../furniture/show-more.js';
import { words } from '../i18n/words.js';
import { allDeliveriesQuery } from './deliveries-query.js';
import { DeliveryRow } from './delivery-row.js';
import { OUTCOMES } from './outcomes.js';

const { deliveries } = words;

/** What became of the mails of an account, newest first; the filter stands in the address. */
export function Deliveries({ accountId }: { accountId: string }) {
  const outcome = useAddressFilter('outcome', OUTCOMES);
  return (
    <Stack gap="md">
      <AddressFilter
        name="outcome"
        label={deliveries.show}
        all={deliveries.all}
        values={OUTCOMES}
        labels={deliveries.outcomes}
      />
      <Pages accountId={accountId} outcome={outcome} />
    </Stack>
  );
}

function Pages({ accountId, outcome }: { accountId: string; outcome: Delivery['outcome'] | null }) {
  const query = useInfiniteQuery(allDeliveriesQuery(accountId, outcome));
  if (query.isError)
    return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items) return <Text c="dimmed">{words.loading}</Text>;
  if (items.length === 0) return <Text c="dimmed">{outcome ? deliveries.noneSuch : deliveries.none}</Text>;
  return (
    <>
      <Rows label={deliveries.title}>
        {items.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </Rows>
      <ShowMore of={query} />
    </>
  );
}
