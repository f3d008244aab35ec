import { type ReactNode } from 'react';
import { type ServerFilter, serverQuery, serversPageQuery } from '../api/queries.js';
import { type Server } from '../api/shapes.js';
import { usePart } from '../furniture/missing-parts.js';
import { type Choice, FoundSelect, OFFERED, useTyped } from '../furniture/found-select.js';
import { words } from '../i18n/words.js';

interface ServerSelectProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly empty?: string;
  readonly flex?: string;
  /** Whose servers; everybody's and personal ones where nothing is said. */
  readonly whose?: ServerFilter['whose'];
  /** Which of those that were found are offered. */
  readonly fits?: (server: Server) => boolean;
  readonly nameOf?: (server: Server) => string;
  readonly value: string;
  readonly error?: ReactNode;
  readonly onChange: (id: string) => void;
}

/** Chooses an outgoing server by its name, host, sender or owner. */
export function ServerSelect({
  whose,
  fits = () => true,
  nameOf = ({ name }) => name,
  ...field
}: ServerSelectProps) {
  const { value } = field;
  const { data: found } = usePart({ ...serverQuery(value), enabled: value !== '' });
  const choiceOf = (server: Server): Choice => ({ id: server.id, name: nameOf(server) });
  const chosen = found?.id === value ? choiceOf(found) : undefined;
  const [search, type] = useTyped(chosen?.name, field.empty);
  const { data } = usePart(
    serversPageQuery({
      ...(whose === undefined ? {} : { whose }),
      ...(search === '' ? {} : { search }),
      limit: OFFERED,
    }),
  );
  return (
    <FoundSelect
      {...field}
      nothing={words.choice.noServer}
      chosen={chosen}
      offered={(data?.items ?? []).filter(fits).map(choiceOf)}
      onType={type}
    />
  );
}
