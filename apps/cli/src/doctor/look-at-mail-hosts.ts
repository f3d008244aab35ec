import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import {
  certificateVerdict,
  tlsFactsOf,
  tlsOptions,
  type Database,
  type Destination,
  type Egress,
  type TlsTrust,
} from '@mailroom/kernel';
import { fault, fine, type Finding } from './finding.js';
import { cureOf, reasonOf } from './unreached.js';

const PATIENCE_MS = 8_000;
const AT_ONCE = 8;
/** Hosts that are looked at; a hundred tell what is wrong with the network, and end within a minute. */
const AT_MOST = 100;

interface MailHost {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly trust: TlsTrust;
  readonly needed: string;
}

/** Reaches for each mail host of live accounts and servers as they do, up to the handshake; nobody signs in. */
export async function lookAtMailHosts(database: Database, egress: Egress): Promise<Finding[]> {
  const { rows } = await database.query<MailHost>(HOSTS, [AT_MOST]);
  const waiting = [...rows];
  const findings: Finding[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) findings.push(await lookAt(next, egress));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return findings.toSorted((a, b) => (a.check < b.check ? -1 : 1));
}

async function lookAt(peer: MailHost, egress: Egress): Promise<Finding> {
  const place = `${peer.host}:${peer.port}`;
  const check = `mail host ${place}`;
  try {
    const destination = await egress.resolve(peer.host, PATIENCE_MS);
    const distrust = await reach(peer, destination);
    if (distrust === null) return fine(check, `${place} answers (${peer.needed}).`);
    return fault(
      check,
      `The certificate of ${place} is not believed: ${distrust} (${peer.needed}).`,
      'Have it renewed, or say on the page of the account or server whose certificates are believed.',
    );
  } catch (error) {
    return fault(check, `${place} does not answer (${peer.needed}): ${reasonOf(error)}.`, cureOf(error));
  }
}

/** What is wrong with the certificate, or null; rejects when there is no connection. */
function reach({ port, security, trust }: MailHost, destination: Destination): Promise<string | null> {
  const where = { host: destination.address, port, family: destination.family };
  return new Promise((resolve, reject) => {
    const socket: Socket | TLSSocket =
      security === 'tls'
        ? connectTls({ ...tlsOptions(destination.servername, trust), ...where })
        : connectTcp(where);
    const end = (settle: () => void): void => {
      socket.destroy();
      settle();
    };
    socket.setTimeout(PATIENCE_MS, () => end(() => reject(failure('ETIMEDOUT'))));
    socket.once('error', (error: NodeJS.ErrnoException) => end(() => reject(failure(error.code))));
    if (security === 'tls') {
      socket.once('secureConnect', () => {
        // A socket that is gone shows no certificate any more.
        const distrust = distrustOf(socket as TLSSocket, trust);
        end(() => resolve(distrust));
      });
    } else {
      socket.once('connect', () => end(() => resolve(null)));
    }
  });
}

function distrustOf(socket: TLSSocket, trust: TlsTrust): string | null {
  const { certificate } = tlsFactsOf(socket);
  const verdict = certificateVerdict(trust, certificate);
  if (verdict === 'believed') return null;
  return verdict === 'changed' ? 'another one was pinned' : (certificate.fault ?? 'unknown');
}

function failure(code: string | undefined): Error {
  return new Error('no connection', { cause: { code: code ?? 'UNKNOWN' } });
}

const HOSTS = `
  select host, port, security, trust, string_agg(distinct needed, ', ') as needed from (
    select lower(host) as host, port, security, tls_trust as trust, 'account ' || name as needed
      from mailroom.mail_account where state = 'live'
    union all
    select lower(host), port, security, tls_trust, 'server ' || name from mailroom.outgoing_server where state = 'live'
  ) used
  group by host, port, security, trust order by host, port limit $1`;
