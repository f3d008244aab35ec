import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useChangeAddress } from '../furniture/address.js';
import { type Choice } from './choices.js';
import { type Progress, type Step } from './steps.js';

/** What of the way stands in the address of the page. Nothing of it is a secret. */
const NAMES = [
  'with',
  'step',
  'part',
  'address',
  'app',
  'tenant',
  'ends',
  'object',
  'unique',
  'client',
  'token',
  'account',
  'server',
] as const;
type Name = (typeof NAMES)[number];

/** Values by name; an empty one is taken away. */
export type Notes = Readonly<Partial<Record<Name, string>>>;

/** Where somebody is on the way, and how to go on. */
export interface SetUp {
  /** What stands in the address; empty where nothing does. */
  readonly at: (name: Name) => string;
  /** Goes to a step; the back button comes back. */
  readonly go: (step: Step, notes?: Notes) => void;
  /** Keeps what was typed or came to be, where one is. */
  readonly note: (notes: Notes) => void;
  /** The address of a step with all that stands in it, below the mount, e.g. `set-up?step=client`. */
  readonly pathOf: (step: Step, notes?: Notes) => string;
}

/** The way as the address of the page has it: a reload, a link and the back button keep it. */
export function useSetUp(): SetUp {
  const [search] = useSearchParams();
  const changeAddress = useChangeAddress();
  return useMemo(() => {
    const to = (notes: Notes) => (old: URLSearchParams) => withNotes(old, notes);
    return {
      at: (name) => search.get(name) ?? '',
      go: (step, notes = {}) => changeAddress(to({ part: '', ...notes, step })),
      note: (notes) => changeAddress(to(notes), { replace: true, preventScrollReset: true }),
      pathOf: (step, notes = {}) => pathWith(withNotes(search, { part: '', ...notes, step })),
    };
  }, [search, changeAddress]);
}

/** What is typed into a field, and kept in the address beside it: the address alone would lag behind quick fingers. */
export function useNoted(name: Name): readonly [string, (value: string) => void] {
  const { at, note } = useSetUp();
  const [typed, type] = useState(at(name));
  const keep = (value: string) => {
    type(value);
    note({ [name]: value });
  };
  return [typed, keep];
}

/** What came of the steps, by what the address says. */
export function progressOf({ at }: Pick<SetUp, 'at'>, choice: Choice | null): Progress {
  const id = (name: Name) => at(name) || null;
  return {
    choice,
    clientId: id('client'),
    tokenId: id('token'),
    accountId: id('account'),
    serverId: id('server'),
  };
}

/** An address with these notes, always in the same order. */
export function withNotes(search: URLSearchParams, notes: Notes): URLSearchParams {
  const values = NAMES.map((name) => [name, notes[name] ?? search.get(name) ?? '']);
  return new URLSearchParams(values.filter(([, value]) => value !== ''));
}

/** The page with this search; `*` is written so that the server takes it as a path to come back to. */
export function pathWith(search: URLSearchParams): string {
  return `set-up?${search.toString().replaceAll('*', '%2A')}`;
}
