import { type Disposition } from '@mailroom/kernel';

/** What a token endpoint let us know of a failure. Never a text: texts change and are translated. */
export interface FailureSigns {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Problem code of what kept the answer away or made it unreadable. */
  readonly problem?: string | undefined;
  /** `error` of RFC 6749 section 5.2. */
  readonly error?: string | undefined;
  /** Microsoft's `error_codes`. */
  readonly errorCodes?: readonly number[] | undefined;
  /** Microsoft's `suberror`, Google's `error_subtype`. */
  readonly suberror?: string | undefined;
}

/**
 * What helps against a failure of a token endpoint. `code` names it as the provider does (`AADSTS50173`,
 * `invalid_grant`), or as we do (`http-503`, `deadline-exceeded`); it is for people who look it up, not for branching.
 */
export interface TokenFailure {
  readonly class: Disposition;
  readonly code: string;
  /** False for a sign of a dead grant that providers also give for less: it takes two of them. */
  readonly certain: boolean;
}

/** Classes by what a provider calls a failure. */
export type FailureTable = Readonly<Record<string, Disposition>>;

/** Builds a table from lists, which read better. */
export function failureTable(
  lists: Readonly<Partial<Record<Disposition, readonly (string | number)[]>>>,
): FailureTable {
  const rows = Object.entries(lists).flatMap(([disposition, codes]) =>
    codes.map((code) => [String(code), disposition as Disposition]),
  );
  return Object.fromEntries(rows) as FailureTable;
}
