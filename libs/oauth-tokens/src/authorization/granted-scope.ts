import { type ClientTemplate } from '../providers/client-template.js';

const IDENTITY = new Set(['openid', 'profile', 'email', 'offline_access', 'address', 'phone']);

/**
 * What was asked for, is needed for mail, and was not granted; empty when all is well. An answer without a scope grants
 * what was asked for (RFC 6749 section 5.1).
 */
export function missingScopes(
  mailScopes: ClientTemplate['mailScopes'],
  asked: string,
  granted: string | undefined,
): string[] {
  if (granted === undefined || granted.trim() === '') return [];
  const given = words(granted).map(comparable);
  return words(asked).filter((scope) => isNeeded(mailScopes, scope) && !given.includes(comparable(scope)));
}

function isNeeded(mailScopes: ClientTemplate['mailScopes'], scope: string): boolean {
  if (mailScopes === 'asked') return !IDENTITY.has(scope);
  return mailScopes.some((each) => comparable(each) === comparable(scope));
}

// Microsoft answers under either of its two names for Exchange, in its own spelling.
function comparable(scope: string): string {
  return scope.toLowerCase().replace('https://outlook.office365.com/', 'https://outlook.office.com/');
}

function words(scope: string): string[] {
  return scope.split(/\s+/).filter((word) => word !== '');
}
