import { type ReactNode } from 'react';
import { tokenQuery, tokensQuery } from '../api/queries.js';
import { type Token } from '../api/shapes.js';
import { words } from '../i18n/words.js';
import { usePart } from './missing-parts.js';
import { type Choice, FoundSelect, OFFERED, useTyped } from './found-select.js';

const { signIn } = words;

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
  const { data: found } = usePart({ ...tokenQuery(value), enabled: value !== '' });
  const chosen = found?.id === value ? choiceOf(found) : undefined;
  const [search, type] = useTyped(chosen?.name);
  const { data } = usePart(tokensQuery({ search, limit: OFFERED }));
  return (
    <>
      <FoundSelect
        label={signIn.token}
        description={description}
        placeholder={signIn.chooseToken}
        required
        nothing={signIn.noSuchToken}
        value={value}
        chosen={chosen}
        offered={(data?.items ?? []).map(choiceOf)}
        error={error}
        onType={type}
        onChange={(id) => {
          onChange(id);
          const token = data?.items.find((each) => each.id === id);
          if (token) onChosen?.(token);
        }}
      />
      {data?.total === 0 && search === '' && none}
    </>
  );
}

function choiceOf({ id, mailbox, clientName }: Token): Choice {
  return { id, name: `${mailbox} (${clientName})` };
}
