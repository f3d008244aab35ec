// The helpdesk that sends through its outbox, on the built libs, as a process of its own.
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { OutgoingMail } from '../../../dist/libs/plugin/src/index.js';
import { atYourService } from '../at-your-service.mjs';
import { adopt, bootHost } from '../host.mjs';
import { replies } from './replies.mjs';

const [url, publicUrl, port] = process.argv.slice(2);
const app = await bootHost(url, publicUrl, port);
const database = app.get(DataSource);
const outbox = app.get(OutgoingMail, { strict: false });

/** Enqueues all of them at once, as the pool gets them, and answers after how many seconds that was done and the last was sent. */
async function send({ mails, from, round }) {
  const drafts = replies(mails, from, round);
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 1000;
  await Promise.all(drafts.map((draft) => outbox.send(draft)));
  const enqueued = passed();
  while (await waiting()) await pause(20);
  return { enqueued, seconds: passed() };
}

async function waiting() {
  const [{ left }] = await database.query(
    `select exists (select 1 from mailroom.outgoing_mail where status in ('queued', 'sending', 'delayed')) as left`,
  );
  return left;
}

/** How many mails stand in the outbox as sent. */
async function sent() {
  const [{ sent: count }] = await database.query(
    `select count(*)::int as sent from mailroom.outgoing_mail where status = 'sent' and problem_code is null`,
  );
  return count;
}

atYourService({ adopt: (input) => adopt(app, input), send, sent });
