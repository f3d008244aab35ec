import { DevelopmentKeyRing, SecretBox } from '@mailroom/kernel';
import { Logger } from '@nestjs/common';
import { OutgoingServer } from './outgoing-server.js';
import { passwordPlace } from './server-rules.js';
import { newServerSchema, type NewServer } from './server-schema.js';
import { changedSettings, newSettings } from './server-settings.js';

const ID = '0b0c7a52-6f7e-4a57-a5d1-0f6f0a9b8c7d';
const TOKEN = '5f0f6f0a-6f7e-4a57-a5d1-0b0c7a529b8c';

Logger.overrideLogger(false);
const box = new SecretBox(new DevelopmentKeyRing());

const values = (change: object = {}): NewServer =>
  newServerSchema.parse({
    name: 'Desk',
    host: 'Mail.X.example',
    port: 465,
    security: 'tls',
    auth: 'password',
    login: 'desk@x.example',
    password: 'secret',
    ...change,
  });

const stored = (change: object = {}): OutgoingServer =>
  Object.assign(new OutgoingServer(), {
    id: ID,
    state: 'live',
    ...newSettings(ID, values(), box),
    ...change,
  });

describe('a new server', () => {
  it('seals its password to its place', () => {
    const settings = newSettings(ID, values(), box);
    const sealed = settings.sealedPassword ?? '';
    expect(sealed).not.toContain('secret');
    expect(box.open(sealed, passwordPlace(ID, settings)).reveal()).toBe('secret');
    expect(() => box.open(sealed, passwordPlace(ID, { ...settings, host: 'evil.example' }))).toThrow();
  });

  it('sends for its login unless it is told otherwise', () => {
    expect(newSettings(ID, values(), box).fromFilter).toBe('desk@x.example');
    expect(newSettings(ID, values({ fromFilter: '' }), box).fromFilter).toBe('');
    expect(newSettings(ID, values({ login: 'desk' }), box).fromFilter).toBe('');
  });

  it('takes the limits of its provider unless it is told otherwise', () => {
    const login = { login: 'desk@x.example', host: 'smtp.office365.com', port: 587, security: 'starttls' };
    expect(newSettings(ID, values(login), box)).toMatchObject({
      ratePerMinute: 30,
      connections: 3,
      purpose: 'transactional',
      ownerId: null,
      tlsTrust: { kind: 'verified' },
      sizeLimitBytes: null,
    });
    const own = values({ ...login, owner: { id: 'jane', name: 'Jane' }, connections: 1, ratePerDay: null });
    expect(newSettings(ID, own, box)).toMatchObject({
      ratePerMinute: 10,
      ratePerDay: null,
      connections: 1,
      ownerId: 'jane',
      ownerName: 'Jane',
    });
  });

  it('does not go live without what it signs in with', () => {
    const incomplete = values({ auth: 'token', password: undefined, state: 'live' });
    expect(() => newSettings(ID, incomplete, box)).toThrow(
      expect.objectContaining({ code: 'server-incomplete' }),
    );
  });

  it('keeps no credential that it has no use for', () => {
    expect(newSettings(ID, values({ auth: 'none', tokenId: TOKEN }), box)).toMatchObject({
      tokenId: null,
      sealedPassword: null,
    });
  });
});

describe('a change', () => {
  it('leaves alone what it does not name', () => {
    const server = stored();
    expect(changedSettings(server, { name: 'Other' }, box)).toMatchObject({
      name: 'Other',
      host: 'mail.x.example',
      sealedPassword: server.sealedPassword,
    });
  });

  it.each([
    { host: 'other.example' },
    { port: 587 },
    { security: 'none' as const },
    { tlsTrust: { kind: 'any' as const } },
  ])('demands the password again for %j', (change) => {
    expect(() => changedSettings(stored(), change, box)).toThrow(
      expect.objectContaining({ code: 'password-needed-again', field: 'password' }),
    );
    const settings = changedSettings(stored(), { ...change, password: 'new' }, box);
    expect(box.open(settings.sealedPassword ?? '', passwordPlace(ID, settings)).reveal()).toBe('new');
  });

  it('can take an owner away, and leaves the limits as they are', () => {
    const server = stored(newSettings(ID, values({ owner: { id: 'jane', name: 'Jane' } }), box));
    expect(changedSettings(server, { owner: null }, box)).toMatchObject({
      ownerId: null,
      ownerName: '',
      ratePerMinute: 30,
    });
    expect(changedSettings(server, { name: 'Other' }, box)).toMatchObject({ ownerId: 'jane' });
  });

  it('demands that the token is named again for another host', () => {
    const server = stored({ auth: 'token', tokenId: TOKEN, sealedPassword: null });
    expect(() => changedSettings(server, { host: 'other.example' }, box)).toThrow(
      expect.objectContaining({ code: 'token-needed-again' }),
    );
    expect(changedSettings(server, { host: 'other.example', tokenId: TOKEN }, box)).toMatchObject({
      tokenId: TOKEN,
    });
  });

  it('forgets the password when a token takes over, and the other way round', () => {
    expect(changedSettings(stored(), { auth: 'token', tokenId: TOKEN }, box)).toMatchObject({
      tokenId: TOKEN,
      sealedPassword: null,
    });
    const server = stored({ auth: 'token', tokenId: TOKEN, sealedPassword: null });
    expect(changedSettings(server, { auth: 'password', password: 'new' }, box)).toMatchObject({
      tokenId: null,
    });
  });
});
