// The sandbox as a process of its own, driven over IPC: people with empty mailboxes, and who is connected.
import { startSandbox } from '../../../dist/apps/sandbox/src/index.js';

const sandbox = await startSandbox();
const { imaps, certificate } = sandbox;

const work = {
  /** People `0@sandbox.test` and so on. */
  people: ({ count }) => {
    for (let number = 0; number < count; number += 1) sandbox.addPerson(`${number}@sandbox.test`);
  },
  /** How many are signed in. */
  connected: () => sandbox.imapSessions.filter((address) => address !== null).length,
};

process.on('message', ({ name, input }) => {
  void (async () => process.send({ answer: await work[name](input) }))();
});
process.on('disconnect', () => process.exit(0));
process.send({ answer: { ...imaps, certificate } });
