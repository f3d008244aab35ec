import { type ReactNode, useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';

const PATIENCE_MS = 200;
/** How many things are offered at a time: who wants another one types. */
export const OFFERED = 30;

/** Something to choose, by what it is called. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/**
 * What is typed into such a field, for the server to look for. What stands in it by itself is nothing to look for: the name of
 * what is chosen, or what it is called to choose none.
 */
export function useTyped(
  chosen: string | undefined,
  empty?: string,
): readonly [string, (text: string) => void] {
  const [typed, type] = useState('');
  const [search] = useDebouncedValue(typed.trim(), PATIENCE_MS);
  return [search === chosen || search === empty ? '' : search, type];
}

interface FoundSelectProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly flex?: string;
  /** What it is called to choose none; without it one has to be chosen. */
  readonly empty?: string;
  /** What stands there when nothing is called like that. */
  readonly nothing: string;
  /** The id, or empty. */
  readonly value: string;
  readonly chosen: Choice | undefined;
  /** What the server found. */
  readonly offered: readonly Choice[];
  readonly error?: ReactNode;
  readonly onType: (text: string) => void;
  readonly onChange: (id: string) => void;
}

/** Chooses one of many by typing: the server searches, however many there are. */
export function FoundSelect(props: FoundSelectProps) {
  const { empty, nothing, value, chosen, offered, onType, onChange, ...field } = props;
  const missing = chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen] : [];
  return (
    <Select
      {...field}
      searchable
      allowDeselect={false}
      nothingFoundMessage={nothing}
      data={[
        ...(empty === undefined ? [] : [{ value: '', label: empty }]),
        ...[...missing, ...offered].map(({ id, name }) => ({ value: id, label: name })),
      ]}
      filter={({ options }) => options}
      value={value === '' && empty === undefined ? null : value}
      onChange={(id) => onChange(id ?? '')}
      onSearchChange={onType}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
