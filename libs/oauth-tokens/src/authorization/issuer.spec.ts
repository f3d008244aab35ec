import { issuerMatches } from './issuer.js';

const microsoft = 'https://login.microsoftonline.com/{tenantid}/v2.0';

describe('issuerMatches', () => {
  it.each([
    ['https://a.test', 'https://a.test', undefined, true],
    ['https://a.test', 'https://a.test/', undefined, true],
    ['https://a.test', 'https://b.test', undefined, false],
    ['https://accounts.google.com', 'accounts.google.com', undefined, true],
    [microsoft, 'https://login.microsoftonline.com/t1/v2.0', 't1', true],
    [microsoft, 'https://login.microsoftonline.com/t2/v2.0', 't1', false],
    [microsoft, 'https://login.microsoftonline.com/t2/v2.0', undefined, true],
    [microsoft, 'https://login.microsoftonline.com/a/b/v2.0', undefined, false],
    [microsoft, 'https://login.microsoftonline.com//v2.0', undefined, false],
    [microsoft, 'https://evil.test/t1/v2.0', undefined, false],
  ])('%s, %s (tenant %s): %s', (expected, actual, tenant, answer) => {
    expect(issuerMatches(expected, actual, tenant)).toBe(answer);
  });
});
