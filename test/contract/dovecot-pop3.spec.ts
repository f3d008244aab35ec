import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { pop3Conformance } from './pop3-conformance.js';

describeWithDovecot('the real POP3 server the sandbox is measured against', () => {
  let dovecot: Dovecot;
  let sandbox: Sandbox;
  let people = 0;
  const trusted = getCACertificates('default');

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { introspection, discovery } = sandbox.issuer('strict');
    const introspectionUrl = introspection.replace('http://', 'http://dovecot:dovecot-secret@');
    dovecot = await startDovecot({ oauth: { introspectionUrl, openidConfigurationUrl: discovery } });
    setDefaultCACertificates([...trusted, dovecot.certificate]);
  });

  afterAll(async () => {
    setDefaultCACertificates(trusted);
    await dovecot.stop();
    await sandbox.stop();
  });

  function newPerson() {
    const user = `person-${++people}@conformance.test`;
    return { ...dovecot.pop3, user, put: (raws: readonly Buffer[]) => dovecot.seed(user, raws) };
  }

  pop3Conformance('Dovecot, with a password,', async () => ({ ...newPerson(), password: 'pass' }));

  pop3Conformance('Dovecot, with an access token,', async () => {
    const person = newPerson();
    return { ...person, accessToken: (await sandbox.issueTokens(person.user)).accessToken };
  });
});
