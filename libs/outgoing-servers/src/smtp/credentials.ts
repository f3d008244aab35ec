import { type Secret } from '@mailroom/kernel';

/** What signs us in at a server; null where nobody asks. */
export type Credentials =
  | { readonly kind: 'password'; readonly login: string; readonly password: Secret }
  | { readonly kind: 'token'; readonly login: string; readonly token: Secret }
  | null;
