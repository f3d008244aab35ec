import { type Egress } from '@mailroom/kernel';
import { clockFinding } from './clock-finding.js';
import { fault, fine, type Finding } from './finding.js';
import { cureOf, reasonOf } from './unreached.js';

/** Somewhere that has to answer, and why. */
export interface Outside {
  readonly url: string;
  readonly needed: string;
}

/** Reaches for a host as Mailroom itself does: name, address, certificate, answer, and the clock it shows. */
export async function lookOutside(
  egress: Egress,
  { url, needed }: Outside,
  now: () => Date,
): Promise<Finding[]> {
  const { host } = new URL(url);
  const check = `host ${host}`;
  try {
    const answer = await egress.fetch(url, { method: 'GET', timeoutMs: 10_000 });
    const date = Date.parse(answer.headers.get('date') ?? '');
    const found = fine(check, `${host} answers (${needed}).`);
    // A Date header counts whole seconds.
    return Number.isNaN(date) ? [found] : [found, clockFinding(host, wholeSeconds(now().getTime() - date))];
  } catch (error) {
    return [fault(check, `${host} does not answer (${needed}): ${reasonOf(error)}.`, cureOf(error))];
  }
}

function wholeSeconds(aheadMs: number): number {
  return Math.abs(aheadMs) <= 1_500 ? 0 : aheadMs;
}
