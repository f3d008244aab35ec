import { readOptionsAndProfile } from '../options.js';
import { onStageBesideDovecot, say } from '../stage.js';
import { idle, type Idling } from './idlers.js';
import { latencies } from './latency.js';
import { report } from './report.js';

// npm run bench -- push [--idlers 100] [--mails 200] [--accounts 1000] [--rounds 3] [--profile <folder>]
// How long a mail takes from the server's EXISTS, and from its delivery, to the committed ticket, on a Dovecot with few
// idlers (beyond 128 of them it looks for news by polling); then what 1,000 accounts cost that only listen, at the
// sandbox over TLS. Everything but the result goes to stderr. Exit code 2 without Dovecot. `--profile` writes CPU
// profiles of the helpdesk.

const usual = { idlers: 100, mails: 200, accounts: 1000, rounds: 3 };
const { idlers, mails, accounts, rounds, execArgv } = readOptionsAndProfile(usual);

await onStageBesideDovecot(async ({ postgres, folder }) => {
  const measured = await latencies({ postgres, idlers, mails, execArgv });
  say(`${mails} mails to ${idlers} mailboxes at Dovecot`);
  const idling: Idling[] = [];
  for (let number = 0; number < rounds; number += 1) {
    idling.push(await idle({ postgres, folder, accounts, execArgv }, number));
    say(`round ${number + 1}: ${JSON.stringify(idling.at(-1))}`);
  }
  console.log(JSON.stringify(report(accounts, measured, idling)));
});
