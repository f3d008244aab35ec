import { Secret } from '@mailroom/kernel';
import { newSettings } from '../clients/client-settings.js';
import { OAuthClient } from '../clients/oauth-client.js';
import { custom } from '../providers/custom.js';
import { type ClientEntry } from './client-entry.js';
import { planEntry, type StandingClient } from './plan-entry.js';

const endpoints = {
  authorizationEndpoint: 'https://a.example/auth',
  tokenEndpoint: 'https://a.example/token',
};
const secrets = [{ value: Secret.of('s3cret'), expiresAt: null }];
const entry: ClientEntry = {
  name: 'Mail',
  line: 1,
  template: 'custom',
  flow: 'authorization-code',
  settings: { name: 'Mail', clientId: 'app', scope: 'openid', ...endpoints },
  secrets: undefined,
  privateKey: undefined,
  notes: [],
};
const row = Object.assign(
  new OAuthClient(),
  newSettings(custom, {
    name: 'Mail',
    clientId: 'app',
    template: 'custom',
    scope: 'openid',
    ...endpoints,
  }),
  { id: '1', sealedPrivateKey: null },
);
const standing: StandingClient = { row, secrets: 1, tokens: 2 };
const moved = { ...entry, settings: { ...entry.settings, tokenEndpoint: 'https://b.example/token' } };
const bound = Object.assign(new OAuthClient(), row, { mailHosts: ['imap.a.example'] });
const wider = { ...entry, settings: { ...entry.settings, mailHosts: ['imap.a.example', 'imap.b.example'] } };
const codes = (plan: ReturnType<typeof planEntry>) =>
  'notes' in plan ? plan.notes.map(({ code }) => code) : [];

describe('planEntry', () => {
  it.each([
    ['new', entry, undefined, false, 'added', ['without-secret']],
    ['new with a secret', { ...entry, secrets }, undefined, true, 'added', []],
    ['there already', entry, standing, false, 'skipped', []],
    ['there, the same', entry, standing, true, 'replaced', ['unchanged', 'secrets-kept']],
    ['there, with a secret', { ...entry, secrets }, standing, true, 'replaced', []],
    ['moved, with a secret', { ...moved, secrets }, standing, true, 'replaced', ['needs-consent']],
    [
      'shown to more, with a secret',
      { ...wider, secrets },
      { ...standing, row: bound },
      true,
      'replaced',
      [],
    ],
    ['shown to fewer', wider, standing, true, 'replaced', ['secrets-kept']],
    ['shown to more, holding none', wider, { ...standing, row: bound, secrets: 0 }, true, 'replaced', []],
    ['moved, holding none', moved, { ...standing, secrets: 0, tokens: 0 }, true, 'replaced', []],
    [
      'moved, wanting none any more',
      { ...moved, secrets: [] },
      standing,
      true,
      'replaced',
      ['needs-consent'],
    ],
  ] as const)('decides on a client that is %s', (_, one, there, overwrite, verdict, notes) => {
    const plan = planEntry(one, there, overwrite);
    expect([plan.verdict, codes(plan)]).toEqual([verdict, notes]);
  });

  it('names what changes', () => {
    const changed = { ...entry, secrets, settings: { ...entry.settings, scope: 'openid email' } };
    expect(planEntry(changed, standing, true)).toMatchObject({ changes: ['scope', 'secrets'], moved: false });
  });

  it.each([
    ['another template', { ...entry, template: 'google' }, standing, 'template-fixed', 'template'],
    ['another flow', { ...entry, flow: 'client-credentials' as const }, standing, 'flow-fixed', 'flow'],
    ['no known template', { ...entry, template: 'aol' }, undefined, 'template-unknown', 'template'],
    ['another origin and no secret', moved, standing, 'secret-required-for-new-origin', 'secrets'],
    [
      'more mail servers and no secret',
      wider,
      { ...standing, row: bound },
      'secret-required-for-new-host',
      'secrets',
    ],
    [
      'another origin and no key',
      { ...moved, secrets },
      { ...standing, row: Object.assign(new OAuthClient(), row, { sealedPrivateKey: 'v1' }) },
      'secret-required-for-new-origin',
      'privateKey',
    ],
    [
      'a reserved parameter',
      { ...entry, settings: { ...entry.settings, extraParameters: { state: 'x' } } },
      undefined,
      'parameter-reserved',
      'extraParameters',
    ],
  ])('refuses %s', (_, one, there, code, field) => {
    expect(() => planEntry(one, there, true)).toThrow(expect.objectContaining({ code, field }));
  });
});
