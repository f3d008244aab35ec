import { useCallback } from 'react';
import { type NavigateOptions, useSearchParams } from 'react-router';

/**
 * Changes what stands in the page's address behind the question mark. What changes next finds the change before it, even where
 * the page has not been drawn since: two filters that are chosen at once are both kept.
 */
export function useChangeAddress(): (
  change: (old: URLSearchParams) => URLSearchParams,
  options?: NavigateOptions,
) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    // The router's own way to change what is there begins with what was there when the page was drawn.
    (change, options) => setSearch(change(new URLSearchParams(window.location.search)), options),
    [setSearch],
  );
}

/** The value of `name` in the page's address, when it is one of `known`. */
export function useAddressFilter<Value extends string>(name: string, known: readonly Value[]): Value | null {
  const [search] = useSearchParams();
  return known.find((value) => value === search.get(name)) ?? null;
}

/** The address with this filter changed; what others filter stays, and the list begins at its first page. */
export function withFilter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('page');
  changed.delete('shown');
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}

/** What in an address is no filter, and stays when all of a list is asked for again. */
const STAYS = ['tab', 'sort'];

/** The address with nothing in it that narrows a list. */
export function withoutNarrowing(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...search].filter(([name]) => STAYS.includes(name)));
}
