import { matching } from './matching.js';
import { PAGE_SIZE, useOffset } from './pager.js';
import { useSearched } from './search-field.js';

/** The part of a list that is there as a whole which the page's address asks for, and of how many it is a part. */
export function usePartOfList<Item>(items: readonly Item[], textsOf: (item: Item) => readonly string[]) {
  const search = useSearched();
  const offset = useOffset();
  const found = matching(items, search, textsOf);
  return { shown: found.slice(offset, offset + PAGE_SIZE), total: found.length };
}
