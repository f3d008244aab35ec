import { startSandbox, demoPassword, type Sandbox } from '../../apps/sandbox/src/index.js';
import { imapConformance } from './imap-conformance.js';

let sandbox: Sandbox;
let people = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

function newPerson() {
  const { address: user } = sandbox.addPerson(`person-${++people}@sandbox.test`);
  return { ...sandbox.imap, user, deliver: async (raw: Buffer) => sandbox.deliver(user, raw) };
}

imapConformance('the sandbox, with a password,', async () => ({ ...newPerson(), password: demoPassword }));

imapConformance('the sandbox, with an access token,', async () => {
  const person = newPerson();
  return { ...person, accessToken: (await sandbox.issueTokens(person.user)).accessToken };
});
