import { type Account } from '../api/shapes.js';
import { words } from '../i18n/words.js';

const { quarantine } = words;
const NAMED_AT_MOST = 5;

/** What an account does with the copies on its server. */
export type Disposing = Pick<Account, 'id' | 'name' | 'disposition' | 'moveTo'>;

/** What throwing mail of these accounts away touches: our bytes, and the copies on the mail servers. */
export function discardConsequence(ids: readonly string[], accounts: readonly Disposing[]): string {
  const known = ids.flatMap((id) => accounts.find((account) => account.id === id) ?? []);
  return `${quarantine.discardConsequence} ${copies(ids, known)}`;
}

function copies(ids: readonly string[], known: readonly Disposing[]): string {
  const [only] = known;
  if (!only || known.length < ids.length) return quarantine.copiesAsSet;
  const fate = ({ disposition, moveTo }: Disposing) => quarantine.copies[disposition](moveTo ?? '');
  if (known.length === 1) return quarantine.copiesAre(fate(only));
  const named = known
    .slice(0, NAMED_AT_MOST)
    .map((account) => quarantine.copiesAt(account.name, fate(account)));
  return quarantine.copiesOfMany(named, known.length - named.length);
}
