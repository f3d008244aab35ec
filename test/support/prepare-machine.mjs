import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import {
  findChromium,
  findDovecot,
  findMbsync,
  findPostfix,
  mailPackages,
  postfixPackages,
} from './programs.mjs';

// Runs before `npm test`: real mail programs and a browser, installed where we may, missed out loud where we may not.
// Plain JavaScript for Node 20; silent when everything is there.

const policy = '/usr/sbin/policy-rc.d';
const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** What the machine lacks: the packages that would bring it and the tests that need it. */
function lacks() {
  const { problem } = findDovecot();
  const mail = problem ?? (findMbsync() ? undefined : 'mbsync is not installed');
  const browser = findChromium() ? undefined : 'no Chromium runs here';
  return [
    { problem: mail, packages: mailPackages, tests: 'interoperability with Dovecot, benches against mbsync' },
    { problem: findPostfix().problem, packages: postfixPackages, tests: 'sending through Postfix' },
    { problem: browser, packages: ['chromium'], tests: 'journeys in the browser' },
  ].filter((lack) => lack.problem);
}

/** Without starting a mail server on this machine, now or at the next boot. */
function install(packages) {
  console.log(`Installing ${packages.join(', ')} for the tests (once per machine)…`);
  const ownPolicy = !existsSync(policy);
  if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    aptGet(['update', '-q'], 5);
    aptGet(['install', '-y', '-q', '--no-install-recommends', ...packages], 10);
    for (const [name, service] of [
      ['dovecot-core', 'dovecot'],
      ['postfix', 'postfix'],
    ])
      if (packages.includes(name))
        spawnSync('systemctl', ['disable', service], { stdio: 'ignore', timeout: 20_000 });
  } finally {
    if (ownPolicy) rmSync(policy, { force: true });
  }
}

function aptGet(args, minutes) {
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
  const { status, stdout, stderr } = spawnSync('apt-get', [...options, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    timeout: minutes * 60_000,
  });
  if (status !== 0) console.error(`apt-get ${args[0]} did not succeed:\n${stdout}${stderr}`);
}

let missing = lacks();
if (missing.length > 0 && mayInstall) {
  install(missing.flatMap((lack) => lack.packages));
  missing = lacks();
}
for (const { problem, packages, tests } of missing) {
  console.error(
    `\n>>> ${problem}: NOT RUN on this machine: ${tests}. To run them: apt-get install ${packages.join(' ')}\n`,
  );
}
// Postfix is for root alone, whatever is installed.
const expected = missing.filter(({ packages }) => packages !== postfixPackages || mayInstall);
if (expected.length > 0 && !['', 'false'].includes(process.env.CI ?? '')) {
  console.error('In CI everything must run: install as root, or put the packages into the image.');
  process.exitCode = 1;
}
