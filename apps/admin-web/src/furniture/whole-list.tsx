import { type ComponentType, type ReactNode } from 'react';
import { Group } from '@mantine/core';
import { words } from '../i18n/words.js';
import { AddressFilter } from './address-filter.js';
import { useAddressFilter } from './address.js';
import { NextStep } from './next-step.js';
import { Pager } from './pager.js';
import { usePartOfList } from './part-of-list.js';
import { Rows } from './rows.js';
import { SearchField } from './search-field.js';

interface WholeListProps<Item, State extends string> {
  readonly label: string;
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean; stroke?: number }>;
  /** All there is, at least one. */
  readonly items: readonly Item[];
  /** What of an item is searched in, and what to say of that in the field. */
  readonly textsOf: (item: Item) => readonly string[];
  readonly searchHint: string;
  /** The states that can be asked for, in order, and which of them an item has. */
  readonly states: Readonly<Record<State, string>>;
  readonly isIn: (item: Item, state: State) => boolean;
  readonly children: (item: Item) => ReactNode;
}

/** A list that comes as a whole, with its search, its filter by state and its pages; all three stand in the page's address. */
export function WholeList<Item, State extends string>(props: WholeListProps<Item, State>) {
  const { label, icon, items, textsOf, searchHint, states, isIn, children } = props;
  const known = Object.keys(states) as State[];
  const state = useAddressFilter('state', known);
  const inState = state === null ? items : items.filter((item) => isIn(item, state));
  const { shown, total } = usePartOfList(inState, textsOf);
  return (
    <>
      <Group gap="sm" align="flex-end" role="search" aria-label={label}>
        <SearchField label={words.list.search} placeholder={searchHint} />
        <AddressFilter
          name="state"
          label={words.list.state}
          all={words.list.anyState}
          values={known}
          labels={states}
        />
      </Group>
      {shown.length === 0 ? (
        <NextStep icon={icon} title={words.list.noneSuchTitle}>
          {words.list.noneSuchLead}
        </NextStep>
      ) : (
        <Rows label={label}>{shown.map(children)}</Rows>
      )}
      <Pager total={total} shown={shown.length} />
    </>
  );
}
