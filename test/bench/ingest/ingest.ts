import { spawnSync } from 'node:child_process';
import { dovecotConf } from '../../support/dovecot-configuration.js';
import { findDovecot, findMbsync } from '../../support/programs.mjs';
import { mix } from '../mail/mix.js';
import { readOptionsAndProfile } from '../options.js';
import { onStageBesideDovecot, say, sayMissing } from '../stage.js';
import { playRound, type Ground } from './contest.js';
import { account } from './fetch-with-helpdesk.js';
import { mbsyncConfiguration } from './pull-with-mbsync.js';
import { report, type Round } from './report.js';

// npm run bench -- ingest [--messages 2000] [--rounds 3] [--profile <folder>]
// The same mailbox fetched by the helpdesk, by a plain loop and by mbsync. Everything but the result goes to stderr.
// Exit code 2 when a program to compare with is missing. `--profile` writes a CPU profile of the helpdesk's main thread.

const { messages, rounds, execArgv } = readOptionsAndProfile({ messages: 2000, rounds: 3 });

function tellConfigurations({ mbsync, deadlineMs }: Ground): void {
  const somewhere = { host: '127.0.0.1', port: 143, user: 'mbsync' };
  const premises = {
    folder: '<folder>',
    account: { name: '<user>', group: '<group>', uid: 1, gid: 1 },
    ports: { imap: 143, imaps: 993, pop3: 110, pop3s: 995, lmtp: 24 },
  };
  const version = (program: string) => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const kinds = mix.map(({ kind, percent, from, to }) => `${percent} % ${kind} ${from} to ${to} bytes`);
  say(`mailbox: ${messages} messages, ${kinds.join(', ')}`);
  say(`${rounds} rounds in turn, medians; at most ${deadlineMs / 1000} s for each contestant`);
  say(`helpdesk and plain loop: this PostgreSQL`);
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

async function play(ground: Ground): Promise<void> {
  tellConfigurations(ground);
  const played: Round[] = [];
  let verified = messages;
  for (let number = 0; number < rounds; number += 1) {
    say(`round ${number + 1}`);
    const { round, verified: found } = await playRound(ground, number);
    played.push(round);
    verified = Math.min(verified, found);
  }
  console.log(JSON.stringify(report(messages, verified, played)));
}

const mbsync = findMbsync();
if (mbsync === undefined) sayMissing('mbsync is not installed (package isync)');
else {
  const deadlineMs = 60_000 + 50 * messages;
  await onStageBesideDovecot((stage) => play({ ...stage, mbsync, messages, deadlineMs, execArgv }));
}
