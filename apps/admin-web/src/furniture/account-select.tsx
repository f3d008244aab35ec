import { type ReactNode } from 'react';
import { type AccountFilter, accountQuery, accountsPageQuery } from '../api/queries.js';
import { type Account } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { usePart } from './missing-parts.js';
import { type Choice, FoundSelect, OFFERED, useTyped } from './found-select.js';

interface AccountSelectProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly empty?: string;
  readonly flex?: string;
  /** Which of the accounts; all where nothing is said. */
  readonly state?: AccountFilter['state'];
  readonly value: string;
  readonly error?: ReactNode;
  readonly onChange: (id: string) => void;
}

/** Chooses a mail account by its name or address. */
export function AccountSelect({ state, ...field }: AccountSelectProps) {
  const { value } = field;
  const { data: found } = usePart({ ...accountQuery(value), enabled: value !== '' });
  const chosen = found?.id === value ? choiceOf(found) : undefined;
  const [search, type] = useTyped(chosen?.name, field.empty);
  const { data } = usePart(
    accountsPageQuery({
      ...(state === undefined ? {} : { state }),
      ...(search === '' ? {} : { search }),
      limit: OFFERED,
    }),
  );
  return (
    <FoundSelect
      {...field}
      nothing={words.choice.noAccount}
      chosen={chosen}
      offered={(data?.items ?? []).map(choiceOf)}
      onType={type}
    />
  );
}

function choiceOf({ id, name, address }: Account): Choice {
  return { id, name: address === '' || address === name ? name : `${name} (${address})` };
}
