import { useEffect, useRef, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useChangeAddress, withFilter } from './address.js';

const PATIENCE_MS = 250;

/** What is searched for, as the page's address says. */
export function useSearched(): string {
  const [search] = useSearchParams();
  return search.get('search') ?? '';
}

/** Searches a list while somebody types, and keeps the words in the page's address. */
export function SearchField({ label, placeholder }: { label: string; placeholder: string }) {
  const changeAddress = useChangeAddress();
  const searched = useSearched();
  const [typed, type] = useState(searched);
  const [settled] = useDebouncedValue(typed, PATIENCE_MS);
  const asked = useRef(searched);
  useEffect(() => {
    if (settled === searched) return;
    asked.current = settled;
    // One search is one step back, however many letters it took.
    const how = { replace: searched !== '' && settled !== '', preventScrollReset: true };
    changeAddress((old) => withFilter(old, 'search', settled), how);
    // Only what was typed counts here: the address follows.
  }, [settled]);
  useEffect(() => {
    if (searched === asked.current) return;
    asked.current = searched;
    type(searched);
    // And only a change of the address: the back button, or a link that searches for something else or for nothing.
  }, [searched]);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      className="search-field"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
