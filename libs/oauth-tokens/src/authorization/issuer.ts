/**
 * Is `actual` the issuer we expect? `{tenantid}` in the expected one stands for any single tenant, or for `tenant` when
 * that is known (Microsoft's multi-tenant issuer). Google still signs without the scheme now and then.
 */
export function issuerMatches(expected: string, actual: string, tenant?: string): boolean {
  if (!expected.includes('{tenantid}')) return bare(actual) === bare(expected);
  if (tenant !== undefined) return actual === expected.replace('{tenantid}', tenant);
  const [before = '', after = ''] = expected.split('{tenantid}');
  const middle = actual.slice(before.length, actual.length - after.length);
  return actual === `${before}${middle}${after}` && /^[\w.-]+$/.test(middle);
}

function bare(issuer: string): string {
  return issuer.replace(/^https:\/\//, '').replace(/\/$/, '');
}
