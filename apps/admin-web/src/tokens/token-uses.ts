import { type Token } from '../api/shapes.js';

const PLACES: Readonly<Record<string, string>> = {
  account: 'accounts',
  server: 'servers',
  invoker: 'invokers',
};

/** The page of what uses a token. */
export function placeOfUse({ kind, id }: Token['uses'][number]): string {
  return `/${PLACES[kind] ?? kind}/${id}`;
}
