import { existsSync } from 'node:fs';
import { docOf } from './doc-of.js';
import { problemSentences } from './en.js';

const docs = new URL('../../../../docs/', import.meta.url);

it.each([
  ['mailbox-login-refused', 'mail-accounts.md'],
  ['server-unreachable', 'outgoing-servers.md'],
  ['sender-too-frequent', 'mail-rules.md'],
  ['secret-expired', 'providers/custom.md'],
  ['encryption-key-missing', 'operations.md'],
  ['AADSTS700082', 'providers/microsoft-365.md'],
  ['not-a-code', undefined],
])('leads %s to %s', (code, page) => {
  expect(docOf(code)).toBe(page);
});

it('leads to pages that there are', () => {
  const pages = new Set(Object.keys(problemSentences).map(docOf));
  expect([...pages].filter((page) => page !== undefined && !existsSync(new URL(page, docs)))).toEqual([]);
});
