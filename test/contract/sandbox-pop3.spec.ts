import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { demoPassword, startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { credentialsOf, pop3Conformance, pop3To } from './pop3-conformance.js';
import { logIn } from '../../libs/mail-accounts/src/pop3/pop3-login.js';

let sandbox: Sandbox;
let people = 0;
const trusted = getCACertificates('default');

beforeAll(async () => {
  sandbox = await startSandbox({ startTls: true });
  setDefaultCACertificates([...trusted, sandbox.certificate]);
});
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await sandbox.stop();
});

function newPerson() {
  const { address: user } = sandbox.addPerson(`person-${++people}@sandbox.test`);
  const put = (raws: readonly Buffer[]) => raws.map((raw) => sandbox.deliver(user, raw));
  return { ...sandbox.pop3, tlsPort: sandbox.pop3s.port, user, put };
}

pop3Conformance('the sandbox, with a password,', async () => ({ ...newPerson(), password: demoPassword }));

pop3Conformance('the sandbox, with an access token,', async () => {
  const person = newPerson();
  return { ...person, accessToken: (await sandbox.issueTokens(person.user)).accessToken };
});

describe('POP3 in the manner of Microsoft', () => {
  beforeAll(() => (sandbox.usualProfile = 'microsoft'));
  afterAll(() => (sandbox.usualProfile = 'strict'));

  it('takes a token in two lines, and hangs up on one', async () => {
    const { user } = newPerson();
    const scopes = ['https://outlook.office.com/POP.AccessAsUser.All', 'offline_access'];
    const { accessToken } = await sandbox.issueTokens(user, { profile: 'microsoft', scopes });
    const client = await pop3To(sandbox.pop3.port);
    expect(client.capabilities.has('PIPELINING')).toBe(false);
    await logIn(client, user, credentialsOf({ accessToken }), { oneLine: false });
    await client.quit();
    const other = await pop3To(sandbox.pop3.port);
    const hasty = logIn(other, user, credentialsOf({ accessToken }), { oneLine: true });
    await expect(hasty).rejects.toMatchObject({ responseText: 'Protocol error. Connection is closed. 10' });
    await expect(other.say('NOOP')).rejects.toMatchObject({ code: 'EConnectionClosed' });
  });
});
