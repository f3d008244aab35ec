import { useSearchParams } from 'react-router';
import { useChangeAddress, withoutNarrowing } from '../furniture/address.js';

const NAMES = ['kind', 'action', 'text', 'since', 'until', 'actor', 'subject'] as const;
type Name = (typeof NAMES)[number];

/** What the log is narrowed to, as it stands in the page's address. Days are those of the reader. */
export type AuditFilter = Partial<Record<Name, string>>;

/** The filter in the address, and the way to change a part of it; `null` takes the part away. */
export function useAuditFilter() {
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  const filter: AuditFilter = Object.fromEntries(
    NAMES.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])),
  );
  const change = (parts: Partial<Record<Name, string | null>>) =>
    changeAddress(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(parts))
          if (value === null) after.delete(name);
          else after.set(name, value);
        after.delete('shown');
        return after;
      },
      // One search is one step back, however many letters it took.
      { replace: Boolean(parts.text) && search.has('text'), preventScrollReset: true },
    );
  return { filter, change, clear: () => changeAddress(withoutNarrowing, { preventScrollReset: true }) };
}

/** The filter as the API takes it. A day that is not one is left out. */
export function askedOf({ kind, action, text, since, until, actor, subject }: AuditFilter) {
  const asked = {
    subjectKind: kind,
    subjectId: subject,
    action,
    text: text?.trim() || undefined,
    since: startOf(since, 0),
    until: startOf(until, 1),
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  return actor === undefined ? given : { ...given, actor };
}

/** When a day begins for the reader, or the one `later` days after it. */
function startOf(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(date) + later).toISOString();
}
