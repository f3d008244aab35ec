import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { changeNumbers } from './change-numbers.js';
import { imapConformance } from './imap-conformance.js';

describeWithDovecot('the real server the sandbox is measured against', () => {
  let dovecot: Dovecot;
  let sandbox: Sandbox;
  let people = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { introspection, discovery } = sandbox.issuer('strict');
    const introspectionUrl = introspection.replace('http://', 'http://dovecot:dovecot-secret@');
    dovecot = await startDovecot({ oauth: { introspectionUrl, openidConfigurationUrl: discovery } });
  });

  afterAll(async () => {
    await dovecot.stop();
    await sandbox.stop();
  });

  function newPerson() {
    const user = `person-${++people}@conformance.test`;
    return { ...dovecot.imap, user, deliver: (raw: Buffer) => dovecot.deliver(user, raw) };
  }

  imapConformance('Dovecot, with a password,', async () => ({ ...newPerson(), password: 'pass' }));

  changeNumbers('Dovecot', async () => ({ ...newPerson(), password: 'pass' }));

  imapConformance('Dovecot, with an access token,', async () => {
    const person = newPerson();
    return { ...person, accessToken: (await sandbox.issueTokens(person.user)).accessToken };
  });
});
