import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { dovecotConf } from '../../support/dovecot-configuration.js';
import { privateFolder, removeWithServers, sweepLeftovers } from '../../support/leftovers.mjs';
import { findDovecot, findMbsync, mailPackages } from '../../support/programs.mjs';
import { mix } from '../mail/mix.js';
import { BenchPostgres } from './bench-postgres.js';
import { playRound, type Ground } from './contest.js';
import { account } from './fetch-with-helpdesk.js';
import { mbsyncConfiguration } from './pull-with-mbsync.js';
import { report, type Round } from './report.js';

// npm run bench -- ingest [--messages 2000] [--rounds 3] [--profile <folder>]
// The same mailbox fetched by the helpdesk, by a plain loop and by mbsync. Everything but the result goes to stderr.
// Exit code 2 when a program to compare with is missing. `--profile` writes a CPU profile of the helpdesk's main thread.

const say = (line: string) => console.error(line);

function readOptions() {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '3' },
      profile: { type: 'string' },
    },
  });
  const [messages, rounds] = [Number(values.messages), Number(values.rounds)];
  if (![messages, rounds].every((count) => Number.isInteger(count) && count > 0))
    throw new Error('--messages and --rounds want whole numbers');
  const profile = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  return { messages, rounds, execArgv: profile };
}

/** The programs to compare with, or the sentence that says which package is missing. */
function programs(): { mbsync: string } | { problem: string } {
  const dovecot = findDovecot();
  const mbsync = findMbsync();
  if (dovecot.program && mbsync) return { mbsync };
  const problem = dovecot.problem ?? 'mbsync is not installed (package isync)';
  return { problem: `${problem}: apt-get install ${mailPackages.join(' ')}` };
}

function tellConfigurations({ postgres, mbsync, messages, deadlineMs }: Ground, rounds: number): void {
  const somewhere = { host: '127.0.0.1', port: 143, user: 'mbsync' };
  const premises = {
    folder: '<folder>',
    account: { name: '<user>', group: '<group>', uid: 1, gid: 1 },
    ports: { imap: 143, imaps: 993, pop3: 110, pop3s: 995, lmtp: 24 },
  };
  const version = (program: string) => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const kinds = mix.map(({ kind, percent, from, to }) => `${percent} % ${kind} ${from} to ${to} bytes`);
  say(`machine: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
  say(`mailbox: ${messages} messages, ${kinds.join(', ')}`);
  say(`${rounds} rounds in turn, medians; at most ${deadlineMs / 1000} s for each contestant`);
  say(`PostgreSQL of helpdesk and plain loop: ${postgres.settings}`);
  say(
    `helpdesk: its own handler behind Mailroom, once mail by mail and once in groups, account ${JSON.stringify(account)}`,
  );
  say(
    'plain loop: the same handler, one FETCH of everything, mailparser’s simpleParser with its defaults, one',
  );
  say('  transaction per message, one STORE of \\Seen at the end; timed from before it connects');
  say(`${version(mbsync)}, timed from its start to its end, FSync at its default (yes):`);
  say(indented(mbsyncConfiguration(somewhere, '<folder>')));
  say(`Dovecot ${version(findDovecot().program ?? '')}:`);
  say(indented(dovecotConf(premises, {})));
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

async function bench(): Promise<void> {
  const { messages, rounds, execArgv } = readOptions();
  const found = programs();
  if ('problem' in found) {
    say(found.problem);
    process.exitCode = 2;
    return;
  }
  sweepLeftovers();
  const folder = privateFolder('bench');
  const postgres = await BenchPostgres.start(folder);
  try {
    const deadlineMs = 60_000 + 50 * messages;
    const ground = { folder, postgres, ...found, messages, deadlineMs, execArgv, say };
    tellConfigurations(ground, rounds);
    await play(ground, rounds);
  } finally {
    await postgres.stop();
    removeWithServers(folder);
  }
}

async function play(ground: Ground, count: number): Promise<void> {
  const rounds: Round[] = [];
  let verified = ground.messages;
  for (let number = 0; number < count; number += 1) {
    say(`round ${number + 1}`);
    const played = await playRound(ground, number);
    rounds.push(played.round);
    verified = Math.min(verified, played.verified);
  }
  console.log(JSON.stringify(report(ground.messages, verified, rounds)));
}

await bench();
