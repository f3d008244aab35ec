import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Held } from './holding.js';
import { MailboxSessions } from './mailbox-sessions.js';
import { type SessionTools } from './session-tools.js';
import { Turns } from './turns.js';

it('ends the older session of an account that was claimed anew', async () => {
  const openings = new Turns(1, 1);
  const turn = await openings.take('mail.example');
  const opened: number[] = [];
  const record = {
    task: ({ epoch }: Held) => {
      opened.push(epoch);
      return Promise.reject(mailAccountProblem('session-lost', { disposition: 'retry-later' }));
    },
    ended: () => Promise.resolve(true),
  };
  const sessions = new MailboxSessions({ openings, record } as unknown as SessionTools);
  const held = { accountId: 'a', holder: 'us', host: 'mail.example', wanted: 0, hushed: false };
  const ended = new Promise<void>((resolve) => {
    let left = 2;
    sessions.onEnd(() => (left -= 1) === 0 && resolve());
  });
  sessions.begin({ ...held, epoch: 1 });
  await Promise.resolve();
  sessions.begin({ ...held, epoch: 2 });
  turn();
  await ended;
  expect(opened).toEqual([2]);
});
