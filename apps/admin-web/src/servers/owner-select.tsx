import { useState } from 'react';
import { serversPageQuery } from '../api/queries.js';
import { usePart } from '../furniture/missing-parts.js';
import { type Choice, FoundSelect, OFFERED, useTyped } from '../furniture/found-select.js';
import { words } from '../i18n/words.js';

interface OwnerSelectProps {
  readonly label: string;
  readonly empty: string;
  readonly flex?: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Chooses a member of the staff who has a server of their own; nothing is shown as long as nobody has. */
export function OwnerSelect(props: OwnerSelectProps) {
  const [chosen, choose] = useState<Choice>();
  const [search, type] = useTyped(chosen?.name, props.empty);
  const { data } = usePart(
    serversPageQuery({ whose: 'personal', ...(search === '' ? {} : { search }), limit: OFFERED }),
  );
  const owners = new Map(
    (data?.items ?? []).flatMap(({ owner }) => (owner ? [[owner.id, owner.name || owner.id]] : [])),
  );
  const offered = [...owners].map(([id, name]) => ({ id, name }));
  if (search === '' && data?.total === 0) return null;
  return (
    <FoundSelect
      {...props}
      nothing={words.choice.nobody}
      chosen={chosen}
      offered={offered}
      onType={type}
      onChange={(id) => {
        choose(offered.find((owner) => owner.id === id));
        props.onChange(id);
      }}
    />
  );
}
