import { stepFacts } from './step-facts.js';

it.each([
  [{ address: '203.0.113.7' }, '203.0.113.7'],
  [{ port: 46_357 }, 'Port 46357'],
  [{ mechanism: 'USER/PASS' }, 'By USER/PASS'],
  [{ mechanism: 'XOAUTH2', lines: 1 }, 'By XOAUTH2 · on one line'],
  [{ mechanism: 'XOAUTH2', lines: 2 }, 'By XOAUTH2 · on a line of its own'],
  [{ messages: 1_200, folders: 2 }, 'Folders: 2 · Mails: 1,200'],
  [{ version: 'TLSv1.3', subject: 'imap.example', issuer: '' }, 'TLSv1.3 · Certificate of imap.example'],
  [{ unheard: 'of' }, ''],
  [{}, ''],
])('%j is told as %j', (facts, said) => {
  expect(stepFacts(facts)).toBe(said);
});
