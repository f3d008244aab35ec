import { SOURCES, type Proposal } from './proposal.js';

const MOST = 12;
const SECURITIES = ['tls', 'starttls', 'none'] as const;

/**
 * Proposals in the order in which an admin should try them: by source, IMAP before POP3, the better covered first.
 * The same server is named once, by its best source. What would show a password to everybody on the way is left out.
 */
export function rankProposals(proposals: readonly Proposal[]): readonly Proposal[] {
  const ranked = proposals
    .filter(({ security }) => security !== 'none')
    .toSorted((one, other) => compare(rankOf(one), rankOf(other)));
  const seen = new Set<string>();
  return ranked
    .filter(({ kind, host, port }) => {
      const name = `${kind} ${host} ${port}`;
      return seen.has(name) ? false : seen.add(name);
    })
    .slice(0, MOST);
}

function rankOf({ source, kind, security }: Proposal): readonly number[] {
  return [SOURCES.indexOf(source), kind === 'imap' ? 0 : 1, SECURITIES.indexOf(security)];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const first = one.findIndex((rank, index) => rank !== other[index]);
  return first === -1 ? 0 : (one[first] ?? 0) - (other[first] ?? 0);
}
