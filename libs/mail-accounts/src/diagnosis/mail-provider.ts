/** Providers whose mail servers have quirks of their own. */
export type MailProvider = 'microsoft' | 'google' | 'app-passwords' | 'other';

const KNOWN: readonly (readonly [Exclude<MailProvider, 'other'>, RegExp])[] = [
  ['microsoft', /(^|\.)(office365\.(com|us)|outlook\.(com|cn|office\.com)|hotmail\.com)$/],
  ['google', /(^|\.)(gmail|googlemail)\.com$/],
  // They take a password from programs only if it was made for one.
  [
    'app-passwords',
    /(^|\.)(mail\.yahoo\.com|mail\.me\.com|aol\.com|fastmail\.com|yandex\.(com|ru)|mail\.ru)$/,
  ],
];

/** Whose server this is, by its name. */
export function providerOf(host: string): MailProvider {
  const name = host.toLowerCase();
  return KNOWN.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}
