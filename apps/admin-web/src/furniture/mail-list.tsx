import { type ComponentType, type ReactNode } from 'react';
import { Box, Group } from '@mantine/core';
import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { words } from '../i18n/words.js';
import { AddressFilter } from './address-filter.js';
import { useAddressFilter } from './address.js';
import { Loaded } from './loaded.js';
import { NothingFits } from './nothing-fits.js';
import { Rows } from './rows.js';
import { SearchField, useSearched } from './search-field.js';
import { ShowMore } from './show-more.js';
import { TimeOrder, useTimeOrder } from './time-order.js';

/** What of a long list of mail is asked for, as the page's address says. */
export interface MailQuest<State extends string> {
  readonly state: State | null;
  readonly search: string;
  readonly sort: 'newest' | 'oldest';
}

/** What the page's address asks for of a list of mail; the state stands in it under `name`. */
export function useMailQuest<State extends string>(name: string, states: readonly State[]): MailQuest<State> {
  const state = useAddressFilter(name, states);
  const search = useSearched().trim();
  return { state, search, sort: useTimeOrder() };
}

interface MailToolsProps<State extends string> {
  readonly label: string;
  readonly searchHint: string;
  readonly name: string;
  readonly show: string;
  readonly all: string;
  readonly states: readonly State[];
  readonly labels: Readonly<Record<State, string>>;
  /** What else narrows it. */
  readonly children?: ReactNode;
}

/** Searches, narrows and turns round a list of mail; all of it stands in the page's address. */
export function MailTools<State extends string>(props: MailToolsProps<State>) {
  const { label, searchHint, name, show, all, states, labels, children } = props;
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={label}>
      <SearchField label={words.list.search} placeholder={searchHint} />
      <AddressFilter name={name} label={show} all={all} values={states} labels={labels} />
      {children}
      <TimeOrder />
    </Group>
  );
}

interface MailPage<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
  readonly lookedTo?: string | undefined;
}

interface MailPagesProps<Item> {
  readonly label: string;
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean; stroke?: number }>;
  readonly query: UseInfiniteQueryResult<InfiniteData<MailPage<Item>>>;
  readonly narrowed: boolean;
  /** What stands there as long as there is nothing at all. */
  readonly none: ReactNode;
  readonly children: (item: Item) => ReactNode;
}

/** A list of mail, or of what it is like, that grows page by page. */
export function MailPages<Item>({ label, icon, query, narrowed, none, children }: MailPagesProps<Item>) {
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <>
            {items.length > 0 ? (
              <Box opacity={query.isPlaceholderData ? 0.6 : 1} aria-busy={query.isPlaceholderData}>
                <Rows label={label}>{items.map(children)}</Rows>
              </Box>
            ) : narrowed ? (
              <NothingFits icon={icon} unfinished={query.hasNextPage} />
            ) : (
              none
            )}
            <ShowMore of={query} lookedTo={pages.at(-1)?.lookedTo} />
          </>
        );
      }}
    </Loaded>
  );
}
