import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { asProblem } from '../api/problem.js';
import { type Delivery } from '../api/shapes.js';
import { ProblemNote } from '../furniture/problem-note.js';
import { Rows } from '../furniture/rows.js';
import { words } from '../i18n/words.js';
import { allDeliveriesQuery } from './deliveries-query.js';
import { DeliveryRow } from './delivery-row.js';
import { OUTCOMES } from './outcomes.js';

const { deliveries } = words;

/** What became of the mails of an account, newest first; the filter stands in the address. */
export function Deliveries({ accountId }: { accountId: string }) {
  const [search, setSearch] = useSearchParams();
  const outcome = OUTCOMES.find((known) => known === search.get('outcome')) ?? null;
  return (
    <Stack gap="md">
      <NativeSelect
        classNames={{ wrapper: 'short-input' }}
        label={deliveries.show}
        value={outcome ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setSearch(value === '' ? {} : { outcome: value }, { replace: true })
        }
        data={[
          { value: '', label: deliveries.all },
          ...OUTCOMES.map((value) => ({ value, label: deliveries.outcomes[value] })),
        ]}
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
      {query.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {words.showMore}
          </Button>
        </Group>
      )}
    </>
  );
}
