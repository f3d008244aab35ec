import { existsSync } from 'node:fs';
import { docOf, entryOf } from './doc-of.js';
import { problemSentences } from './en.js';
import { providerFailures } from './provider-failures.js';
import { words } from './words.js';

const docs = new URL('../../../../docs/', import.meta.url);

it.each([
  ['mailbox-login-refused', 'mail-accounts.md'],
  ['server-unreachable', 'outgoing-servers.md'],
  // This helpdesk, no server of anybody's mail.
  ['server-silent', undefined],
  ['server-slow', undefined],
  ['sender-too-frequent', 'mail-rules.md'],
  ['secret-expired', 'providers/custom.md'],
  ['encryption-key-missing', 'operations.md'],
  ['AADSTS700082', 'providers/microsoft-365.md'],
  ['not-a-code', undefined],
])('leads %s to %s', (code, page) => {
  expect(docOf(code)).toBe(page);
});

it.each([
  ['mailbox-login-refused', 'runbook.html#mailbox-login-refused'],
  ['AADSTS700082', undefined],
  ['helpdesk-away', 'runbook.html#helpdesk-away'],
  ['not-a-code', 'runbook.html#a-code-that-is-not-here'],
])('has for %s the entry %s', (code, entry) => {
  expect(entryOf(code)).toBe(entry);
});

it('leads to pages that there are, and names them', () => {
  const codes = [...Object.keys(problemSentences), ...Object.keys(providerFailures)];
  const pages = [...new Set(codes.flatMap((code) => docOf(code) ?? []))];
  const named = Object.keys(words.problem.pages);
  expect(pages.filter((page) => !named.includes(page))).toEqual([]);
  // The others are those that the guided set-up leads to.
  expect(named.filter((page) => !existsSync(new URL(page, docs)))).toEqual([]);
  expect(named.filter((page) => !pages.includes(page) && !page.startsWith('providers/'))).toEqual([]);
});
