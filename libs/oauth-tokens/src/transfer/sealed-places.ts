import { originOf } from '../clients/origin-of.js';

/** The client as its provider knows it: what its secrets are good for, and where they may be sent. */
interface Registration {
  readonly clientId: string;
  readonly tokenEndpoint?: string | undefined;
}

/** What the n-th secret of a client is sealed for in a document: it opens in no entry that would send it elsewhere. */
export function secretPlace(registration: Registration, index: number): string {
  return `${placeOf(registration)}:secret:${index}`;
}

/** The same for its private key. */
export function keyPlace(registration: Registration): string {
  return `${placeOf(registration)}:private-key`;
}

function placeOf({ clientId, tokenEndpoint }: Registration): string {
  return `client:${clientId}:${tokenEndpoint === undefined ? '' : originOf(tokenEndpoint)}`;
}
