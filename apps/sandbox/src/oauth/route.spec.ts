import { routeOf, withKnownPrompts } from './route.js';

it.each([
  [
    '/common/oauth2/v2.0/authorize?a=1',
    'microsoft',
    '/oauth2/v2.0/authorize?a=1',
    '/common/oauth2/v2.0/authorize?a=1',
  ],
  ['/t/oauth2/v2.0/authorize/abc', 'microsoft', '/oauth2/v2.0/authorize/abc', '/t/oauth2/v2.0/authorize/abc'],
  ['/t/discovery/v2.0/keys', 'microsoft', '/discovery/v2.0/keys', '/t/discovery/v2.0/keys'],
  [
    '/t/v2.0/.well-known/openid-configuration',
    'microsoft',
    '/.well-known/openid-configuration',
    '/t/.well-known/openid-configuration',
  ],
  [
    '/google/.well-known/openid-configuration',
    'google',
    '/.well-known/openid-configuration',
    '/.well-known/openid-configuration',
  ],
  ['/google/token', 'google', '/google/token', '/google/token'],
  ['/o/oauth2/v2/auth?b=2', 'google', '/o/oauth2/v2/auth?b=2', '/o/oauth2/v2/auth?b=2'],
  [
    '/.well-known/openid-configuration',
    'strict',
    '/.well-known/openid-configuration',
    '/.well-known/openid-configuration',
  ],
  ['/plain/token', 'plain', '/plain/token', '/plain/token'],
  [
    '/plain/.well-known/oauth-authorization-server',
    'plain',
    '/.well-known/oauth-authorization-server',
    '/.well-known/oauth-authorization-server',
  ],
  ['/token', 'strict', '/token', '/token'],
])('brings %s to %s', (asked, profile, url, originalUrl) => {
  expect(routeOf(asked)).toMatchObject({ profile, url, originalUrl });
});

it.each([
  ['scope=mail', '/auth?scope=mail'],
  ['scope=offline_access', '/auth?scope=offline_access&prompt=consent'],
  ['scope=mail&prompt=select_account', '/auth?scope=mail'],
  ['scope=mail&prompt=select_account+consent', '/auth?scope=mail&prompt=consent'],
  ['scope=offline_access&prompt=login', '/auth?scope=offline_access&prompt=login+consent'],
  ['scope=offline_access&prompt=none', '/auth?scope=offline_access&prompt=none'],
])('turns the wishes of %s into %s', (query, url) => {
  expect(withKnownPrompts(`/auth?${query}`)).toBe(url);
});
