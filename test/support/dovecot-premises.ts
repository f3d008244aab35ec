import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { dovecotConf, oauthConf, type DovecotOptions, type Premises } from './dovecot-configuration.js';
import { privateFolder } from './leftovers.mjs';

/** A private folder, an account and free ports, furnished with everything Dovecot reads when it starts. */
export async function preparePremises(options: DovecotOptions): Promise<Premises> {
  const premises = {
    folder: privateFolder('dovecot'),
    account: operatingAccount(),
    ports: await freePorts(),
  };
  furnish(premises, options);
  return premises;
}

/** Root lends it `nobody`; everybody else runs it as themselves. */
function operatingAccount(): Premises['account'] {
  const { username, uid, gid } = userInfo();
  const ask = (...args: string[]) =>
    spawnSync('id', args, { encoding: 'utf8', timeout: 5_000 }).stdout.trim();
  if (uid !== 0) return { name: username, group: ask('-gn'), uid, gid };
  const [user, group] = [Number(ask('-u', 'nobody')), Number(ask('-g', 'nobody'))];
  return { name: 'nobody', group: ask('-gn', 'nobody'), uid: user, gid: group };
}

/** For spawn: whom its programs run as; nothing where that is ourselves. */
export function identity({ account: { uid, gid } }: Premises): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid, gid } : {};
}

async function freePorts(): Promise<Premises['ports']> {
  const [imap = 0, imaps = 0, pop3 = 0, pop3s = 0, lmtp = 0] = await Promise.all(
    [1, 2, 3, 4, 5].map(() => anyFreePort()),
  );
  return { imap, imaps, pop3, pop3s, lmtp };
}

function furnish(premises: Premises, options: DovecotOptions): void {
  const { folder } = premises;
  const files = new Map([['dovecot.conf', dovecotConf(premises, options)]]);
  if (options.certificate) {
    files.set('certificate.pem', options.certificate.certificate);
    files.set('key.pem', options.certificate.key);
  }
  if (options.oauth) files.set('oauth2.conf.ext', oauthConf(folder, options.oauth));
  if (options.oauth && 'jwt' in options.oauth) {
    for (const { azp = 'default', kid, pem } of options.oauth.jwt.keys)
      files.set(`keys/${azp}/RS256/${kid}`, pem);
  }
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if (!options.certificate) signCertificate(folder);
  for (const name of ['mail', 'run', 'state']) mkdirSync(join(folder, name));
  spawnSync('chown', ['-R', `${premises.account.uid}:${premises.account.gid}`, folder], { timeout: 10_000 });
}

function signCertificate(folder: string): void {
  const key = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'certificate.pem',
  ];
  const names = [
    '-subj',
    '/CN=Mailroom test',
    '-addext',
    'subjectAltName=IP:127.0.0.1,DNS:localhost',
    '-days',
    '30',
  ];
  const { status, stderr } = spawnSync('openssl', ['req', '-x509', ...key, ...names], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
}
