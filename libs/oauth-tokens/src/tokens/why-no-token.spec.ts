import { OAuthClient } from '../clients/oauth-client.js';
import { OAuthToken } from './oauth-token.js';
import { mayRefresh, stateOf, whyNoToken, type Standing } from './why-no-token.js';

const now = new Date('2026-11-20T12:00:00Z');
const later = new Date('2026-11-20T12:05:00Z');
const of = (more: Partial<OAuthToken> = {}, client: Partial<OAuthClient> = {}): Standing => ({
  token: Object.assign(new OAuthToken(), {
    id: 't',
    clientId: 'c',
    mailbox: 'a@b.test',
    state: 'live',
    sealedRefresh: 'r',
    accessExpiresAt: now,
    attempts: 1,
    refreshDueAt: later,
    failureCode: 'x',
    ...more,
  } satisfies Partial<OAuthToken>),
  client: Object.assign(new OAuthClient(), { flow: 'authorization-code', notBefore: null, ...client }),
});
const paused = { notBefore: later, failureClass: 'fix-client', failureCode: 'y' } as const;

describe('whyNoToken', () => {
  it.each([
    [{ state: 'reconnect' }, 'token-needs-reconnect', 'reconnect'],
    [{ sealedRefresh: null }, 'token-needs-reconnect', 'reconnect'],
    [{ failureClass: 'ask-admin' }, 'token-needs-admin', 'ask-admin'],
    [{ failureClass: 'fix-client' }, 'client-needs-fixing', 'fix-client'],
    [{ failureClass: 'retry-later' }, 'token-refresh-delayed', 'retry-later'],
    [{ state: 'suspected', failureClass: 'reconnect' }, 'token-refresh-delayed', 'retry-later'],
  ] as const)('%j is %s', (more, code, disposition) => {
    expect(whyNoToken(of(more), now)).toMatchObject({ code, disposition });
  });

  it('never asks for a consent where nobody gave one', () => {
    const asked = of({ sealedRefresh: null, failureClass: 'ask-admin' }, { flow: 'jwt-bearer' });
    expect(whyNoToken(asked, now)).toMatchObject({ code: 'token-needs-admin', disposition: 'ask-admin' });
  });

  it('says when it is tried again', () => {
    expect(whyNoToken(of(), now).params).toMatchObject({
      retryAt: later.toISOString(),
      mailbox: 'a@b.test',
    });
  });

  it.each([
    ['its registration is wrong', {}, 'client-needs-fixing', 'y'],
    ['its provider has trouble', { failureClass: 'retry-later' }, 'token-refresh-delayed', 'y'],
    ['it may try again', { notBefore: now }, 'token-refresh-delayed', 'x'],
  ] as const)('says what is wrong with the client: %s', (_, client, code, behind) => {
    const why = whyNoToken(of({ failureClass: 'retry-later' }, { ...paused, ...client }), now);
    expect(why).toMatchObject({ code, params: { code: behind } });
  });

  it('says that a dead grant is dead, whatever its client suffers from', () => {
    expect(whyNoToken(of({ state: 'reconnect' }, paused), now)).toMatchObject({
      code: 'token-needs-reconnect',
      params: { code: 'x' },
    });
  });
});

describe('mayRefresh', () => {
  it.each([
    ['after a failure, early', {}, false],
    ['after a failure, in time', { refreshDueAt: now }, true],
    ['without a failure', { attempts: 0 }, true],
    ['without a refresh token', { attempts: 0, sealedRefresh: null }, false],
    ['a dead grant', { attempts: 0, state: 'reconnect' }, false],
  ] as const)('%s: %s', (_, more, answer) => {
    expect(mayRefresh(of(more), now)).toBe(answer);
  });

  it('waits for a client that is paused', () => {
    expect(mayRefresh(of({ attempts: 0 }, paused), now)).toBe(false);
    expect(mayRefresh(of({ attempts: 0 }, { notBefore: now }), now)).toBe(true);
  });

  it('needs no refresh token where the client asks by itself', () => {
    expect(mayRefresh(of({ attempts: 0, sealedRefresh: null }, { flow: 'client-credentials' }), now)).toBe(
      true,
    );
  });
});

describe('stateOf', () => {
  it('buries a token without a refresh token when its access token ends', () => {
    expect(stateOf(of({ sealedRefresh: null, accessExpiresAt: later }), now)).toBe('live');
    expect(stateOf(of({ sealedRefresh: null }), now)).toBe('reconnect');
    expect(stateOf(of(), now)).toBe('live');
    expect(stateOf(of({ sealedRefresh: null }, { flow: 'client-credentials' }), now)).toBe('live');
  });
});
