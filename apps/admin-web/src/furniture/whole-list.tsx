import { type ComponentType, type ReactNode } from 'react';
import { Group } from '@mantine/core';
import { words } from '../i18n/words.js';
import { AddressFilter } from './address-filter.js';
import { useAddressFilter } from './address.js';
import { NothingFits } from './nothing-fits.js';
import { Pager } from './pager.js';
import { usePartOfList } from './part-of-list.js';
import { Rows } from './rows.js';
import { SearchField } from './search-field.js';
import { sorted, type SortBy } from './sorted.js';

/** What a list is narrowed by besides words. */
interface Narrowing<Item, State extends string> {
  /** What can be asked for, in order, and which of it an item is. */
  readonly states: Readonly<Record<State, string>>;
  readonly isIn: (item: Item, state: State) => boolean;
  /** What the choice is called, and everything; a state where nothing is said. */
  readonly label?: string;
  readonly all?: string;
}

interface WholeListProps<Item, State extends string, Sort extends string> {
  readonly label: string;
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean; stroke?: number }>;
  /** All there is, at least one, in the usual order. */
  readonly items: readonly Item[];
  /** What of an item is searched in, and what to say of that in the field. */
  readonly textsOf: (item: Item) => readonly string[];
  readonly searchHint: string;
  readonly narrowing?: Narrowing<Item, State>;
  /** Other orders, and what the usual one is called. */
  readonly orders?: {
    readonly usual: string;
    readonly labels: Readonly<Record<Sort, string>>;
    readonly by: Readonly<Record<Sort, SortBy<Item>>>;
  };
  readonly children: (item: Item) => ReactNode;
}

/** A list that comes as a whole, with its search, its filter, its order and its pages; all of it stands in the page's address. */
export function WholeList<Item, State extends string, Sort extends string>(
  props: WholeListProps<Item, State, Sort>,
) {
  const { label, icon, items, textsOf, searchHint, narrowing, orders, children } = props;
  const states = keysOf(narrowing?.states);
  const sorts = keysOf(orders?.labels);
  const state = useAddressFilter('state', states);
  const sort = useAddressFilter('sort', sorts);
  const narrowed = state === null ? items : items.filter((item) => narrowing?.isIn(item, state));
  const ordered = sort && orders ? sorted(narrowed, orders.by[sort]) : narrowed;
  const { shown, total } = usePartOfList(ordered, textsOf);
  return (
    <>
      <Group gap="sm" align="flex-end" role="search" aria-label={label}>
        <SearchField label={words.list.search} placeholder={searchHint} />
        {narrowing && (
          <AddressFilter
            name="state"
            label={narrowing.label ?? words.list.state}
            all={narrowing.all ?? words.list.anyState}
            values={states}
            labels={narrowing.states}
          />
        )}
        {orders && (
          <AddressFilter
            name="sort"
            label={words.list.sort}
            all={orders.usual}
            values={sorts}
            labels={orders.labels}
          />
        )}
      </Group>
      {shown.length === 0 ? <NothingFits icon={icon} /> : <Rows label={label}>{shown.map(children)}</Rows>}
      <Pager total={total} shown={shown.length} />
    </>
  );
}

function keysOf<Key extends string>(record: Readonly<Record<Key, string>> | undefined): Key[] {
  return Object.keys(record ?? {}) as Key[];
}
