// The mail server that both senders send to, as a process of its own: it takes XOAUTH2, keeps no mail, and counts.
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { atYourService } from '../at-your-service.mjs';

let mails = 0;
let messageIds = new Set();
let connections = 0;

const server = new SMTPServer({
  authMethods: ['XOAUTH2'],
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  maxClients: 200,
  onAuth: ({ username, accessToken }, _session, answer) =>
    accessToken ? answer(null, { user: username }) : answer(new Error('no token')),
  onConnect: (_session, answer) => {
    connections += 1;
    answer();
  },
  onData: (stream, _session, answer) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      mails += 1;
      messageIds.add(/^Message-ID: (.*)$/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1]);
      answer();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');

const work = {
  reset: async () => {
    mails = connections = 0;
    messageIds = new Set();
  },
  received: async () => ({ mails, different: messageIds.size, connections }),
};
atYourService(work, server.server.address().port);
