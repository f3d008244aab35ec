import { isIP } from 'node:net';
import { normalDomain } from '@mailroom/kernel';
import { type Place, type Proposal, type Source } from './proposal.js';
import { readXml, type XmlElement } from './read-xml.js';

const SECURITIES: Readonly<Record<string, Place['security']>> = {
  SSL: 'tls',
  STARTTLS: 'starttls',
  plain: 'none',
};
const MOST = 20;

/**
 * Proposals from a document of the autoconfig format (Mozilla's `config-v1.1.xml`, draft-ietf-mailmaint-autoconfig);
 * empty for one that is none. Every value is somebody else's: what is no host name or port is left out.
 */
export function readAutoconfig(document: string, address: string, source: Source): readonly Proposal[] {
  const root = readXml(document);
  const provider = root?.name === 'clientconfig' ? child(root, 'emailprovider') : undefined;
  const servers = (provider?.children ?? []).slice(0, MOST);
  const outgoing = servers.filter(({ name }) => name === 'outgoingserver');
  const smtp = outgoing.map((server) => placeOf(server, address)).find((place) => place !== null) ?? null;
  return servers.flatMap((server) => proposalOf(server, address, smtp, source));
}

function proposalOf(server: XmlElement, address: string, smtp: Place | null, source: Source): Proposal[] {
  const kind = server.name === 'incomingserver' ? server.attributes['type']?.toLowerCase() : undefined;
  const place = placeOf(server, address);
  if ((kind !== 'imap' && kind !== 'pop3') || !place) return [];
  const login = filled(words(server, 'username')[0] ?? address, address).slice(0, 320);
  const appPassword = false;
  return [{ ...place, kind, login, auth: authOf(server), appPassword, template: null, smtp, source }];
}

function authOf(server: XmlElement): Proposal['auth'] {
  const offered = words(server, 'authentication').map((way) => (way === 'OAuth2' ? 'token' : 'password'));
  return offered.length === 0 ? ['password'] : [...new Set(offered)];
}

function placeOf(server: XmlElement, address: string): Place | null {
  const host = hostOf(filled(words(server, 'hostname')[0] ?? '', address));
  const port = Number(words(server, 'port')[0]);
  const security = SECURITIES[words(server, 'sockettype')[0] ?? ''];
  const sound =
    host !== null && Number.isInteger(port) && port > 0 && port < 65_536 && security !== undefined;
  return sound ? { host, port, security } : null;
}

function hostOf(name: string): string | null {
  return isIP(name) ? name : normalDomain(name);
}

function filled(text: string, address: string): string {
  const at = address.lastIndexOf('@');
  return text
    .replaceAll('%EMAILADDRESS%', () => address)
    .replaceAll('%EMAILLOCALPART%', () => address.slice(0, at))
    .replaceAll('%EMAILDOMAIN%', () => address.slice(at + 1));
}

function words(element: XmlElement, name: string): readonly string[] {
  return element.children.filter((one) => one.name === name).map(({ text }) => text.trim());
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}
