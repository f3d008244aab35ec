import { type ClientHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

const DAY_MS = 86_400_000;
type Ending = ClientHealthRow['secrets'][number];

/**
 * The secret or certificate of a valid client ends soon or has ended. Of two secrets only the one that lasts longest
 * counts. A new banner, and a new announcement, at each step of the client's warning days.
 */
export function secretEnding(client: ClientHealthRow, now: Date): Finding[] {
  if (client.validity !== 'valid') return [];
  const secret = longest(client.secrets);
  return [
    ...(secret ? ending('secret', secret, client, now) : []),
    ...(client.certificate ? ending('certificate', client.certificate, client, now) : []),
  ];
}

// One that was refused is no help, unless all were: then the dates are all there is to go by.
function longest(secrets: readonly Ending[]): Ending | undefined {
  const accepted = secrets.filter(({ refused }) => !refused);
  const candidates = accepted.length > 0 ? accepted : secrets;
  return candidates.toSorted((one, other) => endOf(other) - endOf(one))[0];
}

function endOf({ expiresAt }: Ending): number {
  return expiresAt?.getTime() ?? Infinity;
}

function ending(
  what: 'secret' | 'certificate',
  { id, expiresAt }: Ending,
  { clientId, name, warningDays, mailboxes }: ClientHealthRow,
  now: Date,
): Finding[] {
  if (!expiresAt) return [];
  const daysLeft = (expiresAt.getTime() - now.getTime()) / DAY_MS;
  const step = warningDays.toSorted((a, b) => a - b).find((days) => daysLeft <= days);
  const isOver = daysLeft <= 0;
  if (!isOver && step === undefined) return [];
  return [
    {
      kind: isOver ? `${what}-expired` : `${what}-expiring`,
      cause: isOver ? `${what}:${id}` : `${what}:${id}:${step}`,
      severity: isOver ? 'critical' : 'warning',
      params: { client: name, expiresAt: expiresAt.toISOString(), mailboxes: String(mailboxes) },
      action: { kind: 'open', path: `clients/${clientId}` },
      concerns: isOver ? [`client:${clientId}`] : [],
    },
  ];
}
