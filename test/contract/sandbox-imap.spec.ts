import { startSandbox, demoPassword, type Sandbox } from '../../apps/sandbox/src/index.js';
import { changeNumbers } from './change-numbers.js';
import { imapConformance } from './imap-conformance.js';

let sandbox: Sandbox;
let numbering: Sandbox;
let people = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  numbering = await startSandbox({ condStore: true });
});
afterAll(() => Promise.all([sandbox.stop(), numbering.stop()]));

function newPerson(at = sandbox) {
  const { address: user } = at.addPerson(`person-${++people}@sandbox.test`);
  return { ...at.imap, user, deliver: async (raw: Buffer) => at.deliver(user, raw) };
}

imapConformance('the sandbox, with a password,', async () => ({ ...newPerson(), password: demoPassword }));

imapConformance('the sandbox, with an access token,', async () => {
  const person = newPerson();
  return { ...person, accessToken: (await sandbox.issueTokens(person.user)).accessToken };
});

imapConformance('the sandbox, when it numbers changes,', async () => ({
  ...newPerson(numbering),
  password: demoPassword,
}));

changeNumbers('the sandbox', async () => ({ ...newPerson(numbering), password: demoPassword }));
