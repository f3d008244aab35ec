import { words } from '../i18n/words.js';
import { AddressFilter } from './address-filter.js';
import { useAddressFilter } from './address.js';

/** Which end of a list that is ordered by time the page's address wants first. */
export function useTimeOrder(): 'newest' | 'oldest' {
  return useAddressFilter('sort', ['oldest']) ?? 'newest';
}

/** Turns a list round that is ordered by time; the order stands in the page's address. */
export function TimeOrder() {
  return (
    <AddressFilter
      name="sort"
      label={words.list.sort}
      all={words.list.newest}
      values={['oldest']}
      labels={{ oldest: words.list.oldest }}
    />
  );
}
