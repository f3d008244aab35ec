import { settingsFrom } from './options.js';

describe('settingsFrom', () => {
  it('fills in what a host leaves out', () => {
    const settings = settingsFrom({ publicUrl: 'http://localhost:3000' }, 'mailroom');
    expect(settings).toMatchObject({ work: true, maxConnections: 3, privateNetworks: [], production: false });
    expect(settings.at('oauth2/callback')).toBe('http://localhost:3000/mailroom/oauth2/callback');
  });

  it('keeps a path of the public URL in front of the mount', () => {
    const settings = settingsFrom({ publicUrl: 'https://desk.example/backend/' }, 'admin/mail');
    expect(settings.at('oauth2/callback')).toBe('https://desk.example/backend/admin/mail/oauth2/callback');
    expect(settings.production).toBe(true);
  });

  it.each([
    [
      'plain http in production',
      { publicUrl: 'http://desk.example' },
      /publicUrl is http:\/\/desk\.example; set it to an https/,
    ],
    ['an address that looks like localhost', { publicUrl: 'http://127.0.0.1:3000' }, /set it to an https/],
    ['no URL', { publicUrl: 'desk.example' }, /publicUrl/],
    ['a pool of one', { publicUrl: 'http://localhost', maxConnections: 1 }, /maxConnections/],
    [
      'a network without bits',
      { publicUrl: 'http://localhost', privateNetworks: ['10.0.0.1'] },
      /privateNetworks\.0: is no CIDR/,
    ],
  ])('refuses %s with one sentence', (_, options, sentence) => {
    expect(() => settingsFrom(options, 'mailroom')).toThrow(sentence);
  });
});
