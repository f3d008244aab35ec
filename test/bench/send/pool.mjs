// The sender to compare with: a bare pool of nodemailer as a process of its own, over as many connections.
import { createTransport } from 'nodemailer';
import { atYourService } from '../at-your-service.mjs';
import { replies } from './replies.mjs';

const [port, user, accessToken, connections] = process.argv.slice(2);

/** Hands all of them to a new pool and answers after how many seconds the last one was taken. */
async function send({ mails, round }) {
  const drafts = replies(mails, user, round);
  const pool = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: Number(port),
    secure: false,
    maxConnections: Number(connections),
    auth: { type: 'OAuth2', user, accessToken },
  });
  const begun = performance.now();
  await Promise.all(drafts.map((draft) => pool.sendMail(draft)));
  const seconds = (performance.now() - begun) / 1000;
  pool.close();
  return seconds;
}

atYourService({ send });
