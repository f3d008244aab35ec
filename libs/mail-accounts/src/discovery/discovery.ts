import { Injectable } from '@nestjs/common';
import { findingsOf, kernelProblem, normalAddress, type Findings, type TypedForm } from '@mailroom/kernel';
import { Autoconfig, autoconfigPlaces } from './autoconfig.js';
import { guesses } from './guesses.js';
import { knownByDomain, knownByExchanger } from './known-providers.js';
import { MailDns } from './mail-dns.js';
import { type Discovery, type DiscoveryInput, type Proposal } from './proposal.js';
import { rankProposals } from './rank-proposals.js';
import { SERVICES, srvProposals, type Service } from './srv-proposals.js';

/**
 * Finds out how a mailbox is reached from its address alone: providers that are known, by the domain or by who takes its
 * mail in; SRV records; published configuration; and at last the names that servers usually have. Signs in nowhere.
 */
@Injectable()
export class MailboxDiscoveries {
  constructor(
    private readonly dns: MailDns,
    private readonly autoconfig: Autoconfig,
  ) {}

  /** Proposals within about fifteen seconds, the best first. Problem `address-invalid`. */
  async of(typed: string): Promise<Discovery> {
    const address = addressOf(typed);
    const domain = address.slice(address.lastIndexOf('@') + 1);
    const known = knownByDomain(domain, address) ?? (await this.asked(domain, address));
    return { address, items: [...rankProposals(known)] };
  }

  /** What the rules say to an address that is being typed. */
  findings(form: TypedForm<DiscoveryInput>): Promise<Findings> {
    return findingsOf(form, ({ address }) => addressOf(address));
  }

  private async asked(domain: string, address: string): Promise<readonly Proposal[]> {
    const [exchangers, services] = await Promise.all([this.dns.exchangers(domain), this.services(domain)]);
    const places = autoconfigPlaces(address, exchangers);
    const byExchanger = knownByExchanger(exchangers, address);
    const bySrv = srvProposals(services, address);
    if (byExchanger) return [...byExchanger, ...bySrv];
    const [own, directory] = await Promise.all([
      this.autoconfig.ask(places.own, address, 'autoconfig'),
      this.autoconfig.ask(places.directory, address, 'directory'),
    ]);
    const found = [...bySrv, ...own, ...directory];
    return found.length > 0 ? found : guesses(domain, address);
  }

  private async services(
    domain: string,
  ): Promise<Partial<Record<Service, Awaited<ReturnType<MailDns['services']>>>>> {
    const names = Object.keys(SERVICES) as Service[];
    const answers = await Promise.all(
      names.map(async (name) => [name, await this.dns.services(`${name}._tcp.${domain}`)] as const),
    );
    return Object.fromEntries(answers);
  }
}

function addressOf(typed: string): string {
  try {
    return normalAddress(typed);
  } catch (cause) {
    throw kernelProblem('address-invalid', { field: 'address', params: { address: typed }, cause });
  }
}
