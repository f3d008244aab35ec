import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { type SrvAnswer } from './srv-proposals.js';

const PATIENCE_MS = 4_000;
const MOST = 20;

/** Asks DNS what a domain says of its mail. Nothing that is asked is connected to. */
@Injectable()
export class MailDns {
  /** Hosts that take the domain's mail in, the preferred first; empty where there are none, or nobody answers in 4 s. */
  async exchangers(domain: string): Promise<readonly string[]> {
    const found = await answered((resolver) => resolver.resolveMx(domain));
    return found
      .toSorted((one, other) => one.priority - other.priority)
      .slice(0, MOST)
      .map(({ exchange }) => exchange);
  }

  /** Records of a service, e.g. `_imaps._tcp.example.com`; empty as above. */
  async services(name: string): Promise<readonly SrvAnswer[]> {
    return (await answered((resolver) => resolver.resolveSrv(name))).slice(0, MOST);
  }
}

async function answered<T>(ask: (resolver: Resolver) => Promise<T[]>): Promise<T[]> {
  const resolver = new Resolver({ timeout: PATIENCE_MS / 2, tries: 2 });
  const late = setTimeout(() => resolver.cancel(), PATIENCE_MS);
  try {
    return await ask(resolver);
  } catch {
    // No such name, no answer, a broken resolver: for a suggestion all the same.
    return [];
  } finally {
    clearTimeout(late);
  }
}
