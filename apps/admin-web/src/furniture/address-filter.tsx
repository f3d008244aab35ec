import { NativeSelect } from '@mantine/core';
import { useAddressFilter, useChangeAddress, withFilter } from './address.js';

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
  const changeAddress = useChangeAddress();
  return (
    <NativeSelect
      className="list-filter"
      label={label}
      value={useAddressFilter(name, values) ?? ''}
      onChange={({ currentTarget: { value } }) =>
        changeAddress((old) => withFilter(old, name, value), { preventScrollReset: true })
      }
      data={[{ value: '', label: all }, ...values.map((value) => ({ value, label: labels[value] }))]}
    />
  );
}
