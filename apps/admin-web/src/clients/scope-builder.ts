import { type ClientTemplate } from '../api/shapes.js';

type ScopeWords = NonNullable<ClientTemplate['scopeWords']>;

/** What a mailbox can be used for. */
export const scopeUses = ['imap', 'pop', 'smtp'] as const;
export type ScopeUse = (typeof scopeUses)[number];

/** What this scope lets one do. */
export function usesOf(scope: string, words: ScopeWords): ScopeUse[] {
  const asked = split(scope);
  return scopeUses.filter((use) => words[use].length > 0 && words[use].every((word) => asked.includes(word)));
}

/** The scope with this use, or without it. Words that the builder does not know stay where they are. */
export function withUse(scope: string, words: ScopeWords, use: ScopeUse, wanted: boolean): string {
  const uses = scopeUses.filter((each) => (each === use ? wanted : usesOf(scope, words).includes(each)));
  const known = new Set([...scopeUses.flatMap((each) => words[each]), ...words.always]);
  const others = split(scope).filter((word) => !known.has(word));
  const needed = [...uses.flatMap((each) => words[each]), ...words.always];
  return [...new Set([...needed, ...others])].join(' ');
}

function split(scope: string): string[] {
  return scope.split(/\s+/).filter((word) => word !== '');
}
