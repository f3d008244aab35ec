import { createHash } from 'node:crypto';
import { type MailStore } from './mail-store.js';

/** The password of everybody, unless another is given: this is a sandbox. */
export const demoPassword = 'sandbox';

/** Somebody with a mailbox. `id` is stable for an address, so tokens survive a restart. */
export interface Person {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly password: string;
  /** Somebody who says that this address is theirs, and has not proved it. */
  readonly emailVerified?: false;
}

/** Who may be added: a name and a password are made up when they are missing. */
export interface NewPerson {
  readonly name?: string;
  readonly password?: string;
  readonly emailVerified?: false;
}

/** Everybody who can sign in; adding somebody opens the mailbox. */
export class People {
  readonly #byAddress = new Map<string, Person>();

  constructor(private readonly mail: MailStore) {}

  get all(): readonly Person[] {
    return [...this.#byAddress.values()];
  }

  add(address: string, details: NewPerson = {}): Person {
    const key = address.trim().toLowerCase();
    const known = this.#byAddress.get(key);
    if (known && details.name === undefined && details.password === undefined) return known;
    const person = {
      id: idOf(key),
      address: key,
      name: details.name ?? nameOf(key),
      password: details.password ?? demoPassword,
      ...(details.emailVerified === false ? { emailVerified: false as const } : {}),
    };
    this.#byAddress.set(key, person);
    this.mail.open(key);
    return person;
  }

  find(address: string): Person | undefined {
    return this.#byAddress.get(address.trim().toLowerCase());
  }

  byId(id: string): Person | undefined {
    return this.all.find((person) => person.id === id);
  }

  withPassword(address: string, password: string): Person | undefined {
    const person = this.find(address);
    return person?.password === password ? person : undefined;
  }

  /** Is this a domain people here have mailboxes in? */
  servesDomainOf(address: string): boolean {
    const domain = domainOf(address);
    return this.all.some((person) => domainOf(person.address) === domain);
  }
}

function idOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 32);
}

function nameOf(address: string): string {
  const local = address.split('@')[0] ?? address;
  return local.replace(/[._-]+/g, ' ').replace(/\b\w/g, (letter) => letter.toUpperCase());
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
