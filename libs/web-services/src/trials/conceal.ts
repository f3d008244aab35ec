import { type Secret } from '@mailroom/kernel';
import { VEIL } from '../calls/fill-request.js';

// Shorter ones would hide half of an answer and protect nothing.
const SHORTEST = 4;

/** The text with every secret in it veiled, also where it is spelled as in a URL, in JSON, or in Base64. */
export function conceal(text: string, secrets: readonly Secret[]): string {
  const spellings = secrets
    .map((secret) => secret.reveal())
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret).toString('base64url'),
    ]);
  // Longest first, so that no spelling leaves the rest of another behind.
  return [...new Set(spellings)]
    .toSorted((a, b) => b.length - a.length)
    .reduce((shown, spelling) => shown.replaceAll(spelling, VEIL), text);
}
