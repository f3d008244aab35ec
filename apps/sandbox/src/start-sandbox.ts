import { randomBytes } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import { type Server } from 'node:net';
import { createSecureContext } from 'node:tls';
import { exportJWK, generateKeyPair } from 'jose';
import { type JWKS } from 'oidc-provider';
import { type SMTPServer } from 'smtp-server';
import { createControl } from './control/control.js';
import { Faults } from './faults/faults.js';
import { ImapServer } from './imap/imap-server.js';
import { listen } from './listen.js';
import { loopbackCertificate, loopbackCertificateKey } from './loopback-certificate.js';
import { MailStore } from './mail/mail-store.js';
import { People } from './mail/people.js';
import { demoClients, registerClient } from './oauth/clients.js';
import { endpointsOf } from './oauth/endpoints.js';
import { Grants } from './oauth/grants.js';
import { IdentityProvider } from './oauth/identity-provider.js';
import { Records } from './oauth/records.js';
import { TokenRequests } from './oauth/token-requests.js';
import { Sandbox, type Address } from './sandbox.js';
import { Pop3Server } from './pop3/pop3-server.js';
import { Uidls } from './pop3/uidls.js';
import { PostOffice } from './smtp/post-office.js';
import { createSmtpServer } from './smtp/smtp-server.js';
import { pictureOf, restore, type Keys } from './state/kept-state.js';
import { StateFile } from './state/state-file.js';

/** What can be set. A port of 0, the default, picks a free one. `startTls` offers STARTTLS (STLS) on the plain mail ports. */
export interface SandboxOptions {
  readonly httpPort?: number;
  readonly imapPort?: number;
  readonly imapsPort?: number;
  readonly pop3Port?: number;
  readonly pop3sPort?: number;
  readonly smtpPort?: number;
  readonly smtpsPort?: number;
  readonly accessTokenSeconds?: number;
  /** How long a device is told to wait between two questions; 0 tells it nothing and never answers `slow_down`. */
  readonly deviceIntervalSeconds?: number;
  readonly startTls?: boolean;
  /** IMAP numbers every change (CONDSTORE, RFC 7162). */
  readonly condStore?: boolean;
  readonly stateFile?: string;
}

const host = '127.0.0.1';
const firstPeople = ['support@sandbox.test', 'sales@sandbox.test', 'alice@sandbox.test', 'bob@sandbox.test'];
const certificate = { cert: loopbackCertificate, key: loopbackCertificateKey };

/** Starts the provider on loopback; resolves when every port answers. Rejects with a sentence naming a port that is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { startTls = false, condStore = false, stateFile } = options;
  const { accessTokenSeconds = 3600, deviceIntervalSeconds = 5 } = options;
  const [mail, records, faults, requests] = [
    new MailStore(),
    new Records(),
    new Faults(),
    new TokenRequests(),
  ];
  const people = new People(mail);
  const grants = new Grants(records, people);
  const office = new PostOffice(mail, people);
  const lifetimes = { accessTokenSeconds, deviceIntervalSeconds };
  const file = stateFile === undefined ? null : new StateFile(stateFile);
  const keys = await furnish({ people, mail, records }, file);

  const http = createServer();
  const smtpHouse = { people, grants, faults, office };
  const smtp = createSmtpServer(smtpHouse, { ...certificate, secure: false, startTls });
  const smtps = createSmtpServer(smtpHouse, { ...certificate, secure: true, startTls });
  const issuerOf: (profile: Parameters<typeof endpointsOf>[1]) => string = (profile) =>
    endpointsOf(origin, profile).issuer;
  const secureContext = createSecureContext(certificate);
  const mailHouse = { mail, people, grants, faults, issuerOf, startTls, condStore, secureContext };
  const imapServer = new ImapServer(mailHouse, certificate);
  const pop3Server = new Pop3Server({ ...mailHouse, uidls: new Uidls() }, certificate);
  const servers = { http, imap: imapServer, pop3: pop3Server, smtp, smtps };
  const stop = once(() => stopAll(servers, file));
  const { origin, ...addresses } = await listenAll(servers, options).catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  const parts = {
    ...keys,
    records,
    people,
    accessTokenSeconds: () => lifetimes.accessTokenSeconds,
    deviceIntervalSeconds: () => lifetimes.deviceIntervalSeconds,
  };
  const identity = new IdentityProvider(origin, parts, requests, faults);
  const sandbox = new Sandbox(addresses, loopbackCertificate, {
    people,
    mail,
    records,
    grants,
    faults,
    office,
    requests,
    identity,
    imapServer,
    pop3Server,
    lifetimes,
    stop,
  });
  http.on('request', createControl(sandbox, identity));
  return sandbox;
}

/** People, clients and keys: those kept from before, or the first ones. */
async function furnish(
  parts: { people: People; mail: MailStore; records: Records },
  file: StateFile | null,
): Promise<Keys> {
  const kept = await file?.load();
  for (const address of firstPeople) parts.people.add(address);
  if (kept) restore(kept, parts);
  for (const client of demoClients) registerClient(parts.records, client);
  const keys = kept?.keys ?? { jwks: await newKeys(), cookieKey: randomBytes(32).toString('base64url') };
  file?.follow(() => pictureOf(parts, keys));
  parts.mail.onChange = parts.records.onChange = () => file?.touch();
  return keys;
}

async function newKeys(): Promise<JWKS> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    keys: [
      { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' },
    ],
  };
}

interface Servers {
  readonly http: HttpServer;
  readonly imap: ImapServer;
  readonly pop3: Pop3Server;
  readonly smtp: SMTPServer;
  readonly smtps: SMTPServer;
}

async function listenAll({ http, imap, pop3, smtp, smtps }: Servers, options: SandboxOptions) {
  const on = async (server: Server, port: number | undefined, setting: string): Promise<Address> => ({
    host,
    port: await listen(server, port ?? 0, setting),
  });
  const { port } = await on(http, options.httpPort, 'SANDBOX_HTTP_PORT');
  const origin = `http://${host}:${port}`;
  return {
    origin,
    http: { port, url: origin },
    imap: await on(imap.plain, options.imapPort, 'SANDBOX_IMAP_PORT'),
    imaps: await on(imap.secure, options.imapsPort, 'SANDBOX_IMAPS_PORT'),
    pop3: await on(pop3.plain, options.pop3Port, 'SANDBOX_POP3_PORT'),
    pop3s: await on(pop3.secure, options.pop3sPort, 'SANDBOX_POP3S_PORT'),
    smtp: await on(smtp.server, options.smtpPort, 'SANDBOX_SMTP_PORT'),
    smtps: await on(smtps.server, options.smtpsPort, 'SANDBOX_SMTPS_PORT'),
  };
}

async function stopAll({ http, imap, pop3, smtp, smtps }: Servers, file: StateFile | null): Promise<void> {
  imap.stop();
  pop3.stop();
  http.closeAllConnections();
  await Promise.all([
    new Promise<void>((resolve) => http.close(() => resolve())),
    ...[smtp, smtps].map((server) => new Promise<void>((resolve) => server.close(resolve))),
    file?.write(),
  ]);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= work());
}
