import { trustWord, type TlsTrust } from '@mailroom/kernel';
import { type Security } from './mail-account.js';

/** Where a login goes to: the part of an account that its password belongs to. */
export interface Origin {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly tlsTrust: TlsTrust;
}

/** The origin in one word. Two spellings of one host are one origin. */
export function originOf({ host, port, security, tlsTrust }: Origin): string {
  const trust = trustWord(tlsTrust);
  return [host.toLowerCase(), port, security, ...(trust === '' ? [] : [trust])].join(':');
}

/** What an account's password envelope is bound to: this row, and the server that the admin typed it for. */
export function passwordPlace(account: Origin & { readonly id: string }): string {
  return `mail_account:${account.id}:password:${originOf(account)}`;
}
