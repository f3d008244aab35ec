import { useState, type ReactNode } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { tokenQuery, tokensQuery } from '../api/queries.js';
import { type Token } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { signIn } = words;
const PATIENCE_MS = 200;
const OFFERED = 30;

interface TokenSelectProps {
  readonly description?: ReactNode;
  /** The id of the token, or empty. */
  readonly value: string;
  readonly error?: ReactNode;
  readonly onChange: (id: string) => void;
  /** Hears of the token too, for what else it fills in. */
  readonly onChosen?: (token: Token) => void;
  /** Stands below while there are no tokens at all. */
  readonly none: ReactNode;
}

/** Chooses a token by mailbox or client: the server searches, however many there are. */
export function TokenSelect({ description, value, error, onChange, onChosen, none }: TokenSelectProps) {
  const [typed, type] = useState('');
  const [search] = useDebouncedValue(typed, PATIENCE_MS);
  const { data: chosen } = useQuery({ ...tokenQuery(value), enabled: value !== '' });
  // What stands in the field is the chosen one's own name, not something to look for.
  const asked = chosen && search === nameOf(chosen) ? '' : search;
  const { data } = useQuery(tokensQuery({ search: asked, limit: OFFERED }));
  const offered = [...(data?.items ?? [])];
  if (chosen && !offered.some(({ id }) => id === chosen.id)) offered.unshift(chosen);
  const choose = (id: string | null) => {
    const token = offered.find((each) => each.id === id);
    onChange(id ?? '');
    if (token) onChosen?.(token);
  };
  return (
    <>
      <Select
        label={signIn.token}
        description={description}
        placeholder={signIn.chooseToken}
        required
        searchable
        nothingFoundMessage={signIn.noSuchToken}
        data={offered.map((token) => ({ value: token.id, label: nameOf(token) }))}
        filter={({ options }) => options}
        value={value === '' ? null : value}
        error={error}
        onChange={choose}
        onSearchChange={type}
        comboboxProps={{ withinPortal: true }}
      />
      {data?.total === 0 && asked === '' && none}
    </>
  );
}

function nameOf({ mailbox, clientName }: Token): string {
  return `${mailbox} (${clientName})`;
}
