import fc from 'fast-check';
import { Settings } from '@mailroom/kernel';
import { returnPathSchema, returnUrl } from './return-path.js';

const settings = new Settings({
  publicUrl: new URL('https://desk.test/app/'),
  mountPath: 'mailroom',
  work: false,
  maxConnections: 2,
  privateNetworks: [],
});

describe('a return path', () => {
  it.each([
    ['mailboxes/new?step=2', 'https://desk.test/app/mailroom/mailboxes/new?step=2&token=t'],
    ['tokens', 'https://desk.test/app/mailroom/tokens?token=t'],
    ['tokens?token=old', 'https://desk.test/app/mailroom/tokens?token=t'],
    ['', 'https://desk.test/app/mailroom/?token=t'],
  ])('%j leads to %s', (path, expected) => {
    expect(returnUrl(settings, returnPathSchema.parse(path), 't')).toBe(expected);
  });

  it.each([
    '/tokens',
    '//evil.test',
    'https://evil.test',
    '\\\\evil.test',
    '..',
    '../x',
    'a/../../x',
    'a/..',
    './x',
    '%2e%2e/x',
    'a%2f..%2fx',
    'javascript:alert(1)',
    'a b',
    'a#b',
    'a\nb',
    '?a=b',
    '@evil.test',
  ])('is not %j', (path) => {
    expect(returnPathSchema.safeParse(path).success).toBe(false);
  });

  it('never leaves the mount', () => {
    const wild = fc.string({ unit: fc.constantFrom(...'ab/.?&=%2eEfF~-_+:@#\\ \n'.split('')) });
    fc.assert(
      fc.property(wild, (path) => {
        const parsed = returnPathSchema.safeParse(path);
        if (!parsed.success) return;
        expect(returnUrl(settings, parsed.data, 't')).toMatch(/^https:\/\/desk\.test\/app\/mailroom\//);
      }),
      { numRuns: 5_000 },
    );
  });
});
