import { Injectable } from '@nestjs/common';
import { Egress } from '@mailroom/kernel';
import { type Proposal, type Source } from './proposal.js';
import { readAutoconfig } from './read-autoconfig.js';

const LIMITS = { timeoutMs: 5_000, maxBytes: 131_072 };

/** Where configuration is published: by the domain itself, and in the directory that Thunderbird keeps. */
export interface AutoconfigPlaces {
  readonly own: readonly string[];
  readonly directory: readonly string[];
}

/** The places for a domain. The address itself is told to nobody but its own domain. */
export function autoconfigPlaces(address: string, exchangers: readonly string[]): AutoconfigPlaces {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const query = `?emailaddress=${encodeURIComponent(address)}`;
  // Whose servers take the mail in knows, most likely, where it can be read.
  const host = exchangers[0]?.replace(/\.$/, '').split('.').slice(-2).join('.');
  const listed = [domain, ...(host === undefined || host === domain ? [] : [host])];
  return {
    own: [
      `https://autoconfig.${domain}/mail/config-v1.1.xml${query}`,
      `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml${query}`,
    ],
    directory: listed.map((name) => `https://autoconfig.thunderbird.net/v1.1/${encodeURIComponent(name)}`),
  };
}

/** Fetches published configuration: over TLS, from checked addresses, no redirect followed, 128 KiB in 5 s at most. */
@Injectable()
export class Autoconfig {
  constructor(private readonly egress: Egress) {}

  /** What the first of these places that has anything to say proposes; empty where none has. */
  async ask(urls: readonly string[], address: string, source: Source): Promise<readonly Proposal[]> {
    const answers = await Promise.all(urls.map((url) => this.read(url, address, source)));
    return answers.find((proposals) => proposals.length > 0) ?? [];
  }

  private async read(url: string, address: string, source: Source): Promise<readonly Proposal[]> {
    try {
      const answer = await this.egress.fetch(url, LIMITS);
      return answer.status === 200 ? readAutoconfig(await answer.text(), address, source) : [];
    } catch {
      // Most domains publish nothing; what is wrong there is nobody's trouble here.
      return [];
    }
  }
}
