import { readEnvironment } from './environment.js';
import { checkProduction, settingsFrom, wantsSandbox } from './helpdesk-settings.js';

const key = Buffer.alloc(32, 7).toString('base64');
const secrets = {
  SESSION_SECRET: 'x'.repeat(32),
  MAILROOM_KEYS: `new:${key}, old:${key}`,
  ADMIN_PASSWORD: 'a',
  AGENT_PASSWORD: 'b',
};
const brought = { databaseUrl: 'postgres://x', sessionSecret: 'kept', keys: [] };

describe('settings', () => {
  it('need nothing on a laptop', () => {
    const environment = readEnvironment({ PORT: '', PATH: '/bin' });
    checkProduction(environment);
    expect(wantsSandbox(environment)).toBe(true);
    expect(settingsFrom(environment, brought)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: new URL('http://localhost:3000'),
      work: true,
      trustedNetworks: ['127.0.0.0/8', '::1/128'],
    });
  });

  it('trust no private network without the sandbox', () => {
    const settings = settingsFrom(readEnvironment({ SANDBOX: 'off' }), brought);
    expect(settings.trustedNetworks).toEqual([]);
  });

  it('run no sandbox and listen everywhere in production', () => {
    const environment = readEnvironment({ ...secrets, PUBLIC_URL: 'https://desk.example' });
    checkProduction(environment);
    expect(wantsSandbox(environment)).toBe(false);
    expect(settingsFrom(environment, brought)).toMatchObject({ host: '0.0.0.0', trustedNetworks: [] });
    expect(environment.MAILROOM_KEYS?.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it.each(Object.keys(secrets))('name %s when it is missing in production', (name) => {
    const environment = readEnvironment({ ...secrets, [name]: '', PUBLIC_URL: 'https://desk.example' });
    expect(() => checkProduction(environment)).toThrow(`${name} has to be set`);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'desk.example'],
    ['DATABASE_URL', 'mysql://x'],
    ['SESSION_SECRET', 'short'],
    ['MAILROOM_KEYS', 'justone'],
    ['MAILROOM_KEYS', `id:${Buffer.alloc(16).toString('base64')}`],
    ['SANDBOX', 'maybe'],
  ])('name %s when it is %j, without repeating it', (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(`${name} cannot be used`);
    if (name === 'SESSION_SECRET' || name === 'MAILROOM_KEYS') expect(read).not.toThrow(value);
  });
});
