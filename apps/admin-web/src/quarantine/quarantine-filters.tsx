import { Group, NativeSelect } from '@mantine/core';
import { type QuarantineFilter, type QuarantineSummary } from '../api/shapes.js';
import { useChangeAddress, withFilter } from '../furniture/address.js';
import { SearchField } from '../furniture/search-field.js';
import { TimeOrder } from '../furniture/time-order.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';

const { filters } = words.quarantine;

interface QuarantineFiltersProps {
  readonly summary: QuarantineSummary;
  readonly filter: QuarantineFilter;
}

/** Narrows the quarantine: which kind, which account, why, and words to search for. Counts stand beside the choices. */
export function QuarantineFilters({ summary: { reasons, accounts }, filter }: QuarantineFiltersProps) {
  const kinds = [
    { value: '', label: filters.kinds.quarantined },
    { value: 'refused', label: filters.kinds.refused },
  ];
  const chosen = accounts.some(({ id }) => id === filter.accountId);
  return (
    <Group gap="md" align="flex-end" role="search">
      <Choice
        name="outcome"
        label={filters.kind}
        value={filter.outcome === 'refused' ? 'refused' : ''}
        data={kinds}
      />
      <Choice
        name="account"
        label={filters.account}
        value={filter.accountId ?? ''}
        data={[
          { value: '', label: filters.everyAccount },
          ...(filter.accountId && !chosen ? [{ value: filter.accountId, label: filters.thisAccount }] : []),
          ...accounts.map(({ id, name, count }) => ({ value: id, label: filters.counted(name, count) })),
        ]}
      />
      {filter.outcome === 'quarantined' && (
        <Choice
          name="reason"
          label={filters.reason}
          value={filter.problem ?? ''}
          data={[
            { value: '', label: filters.anyReason },
            ...reasons.flatMap(({ problem, count }) =>
              problem === null
                ? []
                : [{ value: problem, label: filters.counted(tell({ code: problem }).says, count) }],
            ),
          ]}
        />
      )}
      <SearchField label={filters.search} placeholder={filters.searchHint} />
      <TimeOrder />
    </Group>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly data: { value: string; label: string }[];
}

function Choice({ name, label, value, data }: ChoiceProps) {
  const changeAddress = useChangeAddress();
  return (
    <NativeSelect
      label={label}
      maw="22rem"
      value={value}
      data={data}
      onChange={({ currentTarget }) =>
        changeAddress((old) => withFilter(old, name, currentTarget.value), { preventScrollReset: true })
      }
    />
  );
}
