import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSettings } from '../../clients/client-settings.js';
import { type NewClient } from '../../clients/client-input.js';
import { templateOf } from '../../providers/client-templates.js';
import { isBad, type ClientEntry } from '../client-entry.js';
import { readYaml } from '../yaml-worker.js';
import { isZnunyExport, readZnuny } from './read-znuny.js';

const folder = join(import.meta.dirname, '../../../../../test/fixtures/znuny');

function read(text: string) {
  const reading = readYaml(text);
  if (reading.kind === 'fault') throw new Error(reading.reason);
  expect(isZnunyExport(reading.value)).toBe(true);
  return readZnuny(reading);
}

function entriesOf(file: string): ClientEntry[] {
  return read(readFileSync(join(folder, file), 'utf8')).map((entry) => {
    if (isBad(entry)) throw entry.problem;
    return entry;
  });
}

const notes = ({ notes: said }: ClientEntry) =>
  said.map(({ code, params }) => [code, ...Object.values(params)].join(' '));
const settings = ({ template, flow, name, settings: said }: ClientEntry) =>
  newSettings(templateOf(template), { ...said, name, flow, template } as NewClient);

describe('a file that Znuny exported', () => {
  it('has Microsoft’s clients, of everybody, consumers and organizations, from before AuthFlow', () => {
    const [common, consumers, organizations] = entriesOf('microsoft-outlook-before-auth-flow.yml');
    expect([common, consumers, organizations].map((entry) => [entry?.template, entry?.flow])).toEqual([
      ['microsoft-365', 'authorization-code'],
      ['outlook-com', 'authorization-code'],
      ['microsoft-365', 'authorization-code'],
    ]);
    expect([common, consumers, organizations].map((entry) => settings(entry!))).toMatchObject([
      { tenant: 'common', validity: 'valid', tokenEndpoint: expect.stringContaining('/common/') },
      { tenant: null, validity: 'invalid', tokenEndpoint: expect.stringContaining('/consumers/') },
      { tenant: 'organizations', validity: 'temporarily-invalid' },
    ]);
  });

  it('keeps nothing that the template says anyway', () => {
    const [entry] = entriesOf('microsoft-exchange-online.yml');
    expect(settings(entry!)).toMatchObject({
      clientId: '3b1f0c7e-5f0d-4a4e-9d1c-0a4a1f6f7a11',
      clientAuthentication: 'post',
      refreshEndpoint: null,
      issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
      extraParameters: {},
      tokenParameters: {},
      refreshParameters: {},
      answerNames: {},
      notifyOnExpiredToken: false,
      notifyOnExpiredRefreshToken: true,
    });
    expect(entry?.secrets?.map(({ value }) => value.reveal())).toEqual(['fixture~secret.of-common']);
    expect(settings(entry!).scope).toMatch(/POP\.AccessAsUser\.All .*offline_access openid profile email$/);
    expect(notes(entry!)).toEqual(['redirect-uri-new', 'scope-completed openid profile email']);
  });

  it('has an application without a person', () => {
    const [entry] = entriesOf('microsoft-client-credentials.yml');
    expect(settings(entry!)).toMatchObject({
      template: 'microsoft-365-app-only',
      flow: 'client-credentials',
      tenant: 'contoso.example',
      authorizationEndpoint: null,
      scope: 'https://outlook.office.com/.default',
      tokenParameters: {},
      notifyOnExpiredRefreshToken: false,
    });
    expect(notes(entry!)).toEqual([]);
  });

  it('has Google’s client', () => {
    const [entry] = entriesOf('google-mail.yml');
    expect(settings(entry!)).toMatchObject({ template: 'google', extraParameters: {}, tokenParameters: {} });
    expect(settings(entry!).scope).toBe('https://mail.google.com/ openid email');
  });

  it('has a provider of somebody’s own, with its parameters and words', () => {
    const [entry] = entriesOf('own-provider.yml');
    expect(settings(entry!)).toMatchObject({
      template: 'custom',
      clientId: '100200300400500600700800',
      identity: 'none',
      clientAuthentication: 'post',
      refreshEndpoint: 'https://login.provider.example/renew',
      extraParameters: { prompt: 'login', app: '100200300400500600700800' },
      tokenParameters: { app_id: '{clientId}', scope: '{scope}', resource: 'mailboxes', audience: 'mail' },
      refreshParameters: { scope: '{scope}', audience: 'mail' },
      answerNames: { access_token: 'token', refresh_token: 'renewal' },
      notifyOnExpiredToken: true,
    });
    expect(notes(entry!)).toEqual([
      'template-custom Our own provider',
      'redirect-uri-new',
      'mapping-not-kept AuthorizationCode ruecksprung',
      'mapping-not-kept AuthorizationCode ticket',
      'identity-unknown',
      'key-not-kept Config.Remark',
    ]);
  });

  it.each([
    ['a validity that nobody knows', 'ValidID: 9', ['validity-unknown 9'], { validity: 'invalid' }],
    ['one without a validity', 'Other: x', ['key-not-kept Other'], { validity: 'valid' }],
  ])('takes %s', (_, line, said, expected) => {
    const [entry] = read(
      `- Name: A\n  ${line}\n  Config: {ClientID: x, Requests: ${requests('https://p.example')}}`,
    );
    expect(notes(entry as ClientEntry)).toEqual(expect.arrayContaining(said));
    expect((entry as ClientEntry).settings).toMatchObject(expected);
  });

  it('does not send refresh tokens to another host, nor a secret where people look', () => {
    const [entry] = read(
      `- Name: A\n  Config:\n    ClientID: x\n    Requests: ${requests('https://p.example', {
        AuthorizationCode: { AutofilledParametersMapping: { password: 'ClientSecret', 'a b': 'ClientID' } },
        TokenByRefreshToken: { URL: 'https://evil.example/token' },
      })}`,
    );
    expect((entry as ClientEntry).settings).toMatchObject({ refreshEndpoint: null, extraParameters: {} });
    expect(notes(entry as ClientEntry)).toEqual(
      expect.arrayContaining([
        'mapping-not-kept AuthorizationCode password',
        'mapping-not-kept AuthorizationCode a b',
        'endpoint-not-kept TokenByRefreshToken evil.example',
        'parameter-sent-anyway AuthorizationCode scope',
      ]),
    );
  });

  it.each([
    ['no client ID', 'Config: {Requests: {}}', 'Config.ClientID'],
    ['an unknown flow', 'Config: {AuthFlow: Implicit, ClientID: x, Requests: {}}', 'Config.AuthFlow'],
    ['no requests', 'Config: {ClientID: x}', 'Config.Requests'],
    [
      'a URL that is none',
      `Config: {ClientID: x, Requests: ${requests('nowhere')}}`,
      'authorizationEndpoint',
    ],
    ['a list for a map', 'Config: []', 'Config'],
  ])('says what is wrong: %s', (_, config, field) => {
    const [entry] = read(`- Name: A\n  ${config}`);
    expect(entry && isBad(entry) && [entry.name, entry.problem.code, entry.problem.field]).toEqual([
      'A',
      'invalid-input',
      field,
    ]);
  });
});

function requests(origin: string, more: Record<string, object> = {}): string {
  const names = ['AuthorizationCode', 'TokenByAuthorizationCode', 'TokenByRefreshToken'];
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name, { Request: { URL: `${origin}/${name}`, ...more[name] } }])),
  );
}
