import { type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { inTime } from '../clock/in-time.js';
import { kernelProblem } from '../problems/kernel-problems.js';
import { Settings } from '../settings/settings.js';
import { addressAllowed, inClosedNetwork } from './allowed-address.js';
import { type Destination } from './destination.js';
import { httpExchange, type HttpExchange } from './http-exchange.js';

const LOOKUP_MS = 10_000;

/**
 * The one way out to hosts that somebody typed. Connect to the `address` it answers and to nothing else, so that
 * what was checked is what is used. Problems: `host-unknown`, `address-not-allowed`, `deadline-exceeded`.
 */
@Injectable()
export class Egress {
  constructor(private readonly settings: Settings) {}

  /** Resolves `host` within `timeoutMs` (10 s at most) and picks the first address that may be connected to. */
  async resolve(host: string, timeoutMs = LOOKUP_MS): Promise<Destination> {
    const name = host.replace(/^\[|\]$/g, '');
    const found = await inTime(addressesOf(name), Math.min(timeoutMs, LOOKUP_MS), () => {
      throw kernelProblem('deadline-exceeded', { params: { host: name }, disposition: 'retry-later' });
    });
    const usable = found.find(({ address }) => addressAllowed(address, this.settings.privateNetworks));
    if (!usable)
      throw kernelProblem('address-not-allowed', { params: { host: name }, disposition: 'ask-admin' });
    return {
      address: usable.address,
      family: usable.family === 6 ? 6 : 4,
      servername: name,
      closed: inClosedNetwork(usable.address, this.settings.privateNetworks),
    };
  }

  /**
   * One HTTP exchange with a checked address: no redirect followed, at most `maxBytes` (default 1 MiB) of answer,
   * within `timeoutMs` (default 10 s). A drop-in for `fetch` where libraries take one.
   */
  async fetch(url: string | URL, exchange: HttpExchange = {}): Promise<Response> {
    const target = new URL(url);
    return httpExchange(target, await this.resolve(target.hostname, exchange.timeoutMs), exchange);
  }
}

async function addressesOf(host: string): Promise<LookupAddress[]> {
  try {
    return await lookup(host, { all: true });
  } catch (cause) {
    throw kernelProblem('host-unknown', { params: { host }, disposition: 'retry-later', cause });
  }
}
