import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Plain JavaScript for Node 20: prepare-machine.mjs reads it before anything of ours is built.

/** Debian's packages for the interoperability tests. */
export const mailPackages = [
  'dovecot-core',
  'dovecot-imapd',
  'dovecot-pop3d',
  'dovecot-lmtpd',
  'dovecot-submissiond',
  'isync',
];

/** Debian's packages for the tests that send through Postfix. */
export const postfixPackages = ['postfix'];

/** What `<program> --version` says, or undefined when it does not run within ten seconds. */
function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function firstThatRuns(programs) {
  return programs.find(
    (program) => program && (!program.startsWith('/') || existsSync(program)) && versionOf(program),
  );
}

/** The Dovecot of this machine, or the reason why the tests cannot use it. */
export function findDovecot() {
  const program = firstThatRuns(['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', 'dovecot']);
  if (!program) return { problem: 'Dovecot is not installed' };
  const version = versionOf(program);
  if (!version.startsWith('2.3.'))
    return { problem: `Dovecot is ${version}, and our configuration speaks 2.3 only` };
  const libexec = ['/usr/lib/dovecot', '/usr/libexec/dovecot', '/usr/local/libexec/dovecot'];
  const missing = ['imap', 'pop3', 'lmtp', 'submission'].filter(
    (name) => !libexec.some((folder) => existsSync(join(folder, name))),
  );
  if (missing.length > 0) return { problem: `Dovecot is installed without ${missing.join(', ')}` };
  return { program };
}

/** The Postfix of this machine and the account it runs as, or the reason why the tests cannot use it: root alone starts it. */
export function findPostfix() {
  const program = '/usr/sbin/postfix';
  if (!existsSync(program) || !existsSync('/usr/lib/postfix/sbin/master'))
    return { problem: 'Postfix is not installed' };
  if (process.getuid?.() !== 0) return { problem: 'Postfix runs for root only' };
  const ask = (option) =>
    Number(spawnSync('id', [option, 'postfix'], { encoding: 'utf8', timeout: 5_000 }).stdout);
  return { program, user: { uid: ask('-u'), gid: ask('-g') } };
}

/** The path of mbsync (package isync), or undefined. */
export function findMbsync() {
  return firstThatRuns(['/usr/bin/mbsync', 'mbsync']);
}

/**
 * A Chromium that runs here: CHROMIUM_PATH, Debian's, Chrome on a Mac, else the one from npm, unpacked once into the
 * temp folder. Undefined when none does.
 */
export function findChromium() {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return firstThatRuns([process.env.CHROMIUM_PATH, '/usr/bin/chromium', chrome]) ?? chromiumFromNpm();
}

function chromiumFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `mailroom-chromium-${version}-${process.getuid()}`);
  if (!isOurs(folder)) unpack(entry, folder);
  return firstThatRuns([join(folder, 'chromium')]);
}

/** The package unpacks under one fixed name, not at once and for anybody to prepare: so into a draft, then renamed. */
function unpack(entry, folder) {
  const draft = mkdtempSync(`${folder}.`);
  const script = `const { default: it } = await import(${JSON.stringify(entry)}); await it.executablePath();`;
  const env = { ...process.env, TMPDIR: draft };
  try {
    spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env,
      timeout: 120_000,
      stdio: 'inherit',
    });
    renameSync(draft, folder);
  } catch (error) {
    // Another process was faster; its copy is as good.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function isOurs(folder) {
  if (!existsSync(join(folder, 'chromium'))) return false;
  const { uid, mode } = lstatSync(folder);
  return uid === process.getuid() && (mode & 0o022) === 0;
}
