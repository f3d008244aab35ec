// A host that sends, on the built libs, to be killed.
import { OutgoingMail } from '../../../dist/libs/plugin/src/index.js';
import { atYourService } from '../at-your-service.mjs';
import { bootHost } from '../host.mjs';
import { replies } from '../send/replies.mjs';

const [url, publicUrl, port] = process.argv.slice(2);
const app = await bootHost(url, publicUrl, port);
const outbox = app.get(OutgoingMail, { strict: false });

/** Enqueues so many and answers their Message-IDs. */
async function enqueue({ mails, from }) {
  const sent = await Promise.all(replies(mails, from, 'k').map((draft) => outbox.send(draft)));
  return sent.map(({ messageId }) => messageId);
}

atYourService({ enqueue });
