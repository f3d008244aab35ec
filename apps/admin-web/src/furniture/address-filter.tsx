import { NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';

/** The value of `name` in the page's address, when it is one of `known`. */
export function useAddressFilter<Value extends string>(name: string, known: readonly Value[]): Value | null {
  const [search] = useSearchParams();
  return known.find((value) => value === search.get(name)) ?? null;
}

/** Chooses what a list shows and keeps it in the page's address, so that a reload and a link show the same. */
export function AddressFilter<Value extends string>(props: {
  name: string;
  label: string;
  /** What the choice of everything is called. */
  all: string;
  values: readonly Value[];
  labels: Readonly<Record<Value, string>>;
}) {
  const { name, label, all, values, labels } = props;
  const [, setSearch] = useSearchParams();
  return (
    <NativeSelect
      classNames={{ wrapper: 'short-input' }}
      label={label}
      value={useAddressFilter(name, values) ?? ''}
      onChange={({ currentTarget: { value } }) =>
        setSearch((old) => withFilter(old, name, value), { replace: true })
      }
      data={[{ value: '', label: all }, ...values.map((value) => ({ value, label: labels[value] }))]}
    />
  );
}

/** The address with this filter changed; what others filter stays, and the list begins at its first page. */
export function withFilter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('page');
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}
