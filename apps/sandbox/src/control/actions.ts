import { type TokenAnswer } from '../faults/token-answer.js';
import { profileNames } from '../oauth/profiles.js';
import { type Sandbox } from '../sandbox.js';
import { BadInput, present, type Input } from './input.js';

type Action = (sandbox: Sandbox, input: Input) => unknown;

const times = (input: Input) => present({ times: input.optionalNumber('times') });

/** Everything `POST /control/<name>` can do. What an action answers goes back as JSON. */
export const actions: Readonly<Record<string, Action>> = {
  deliver: (sandbox, input) => {
    const raw = input.optional('raw');
    const to = input.text('to');
    if (raw !== undefined) return { uid: sandbox.deliver(to, raw, input.optional('folder')).uid };
    const letter = {
      from: input.text('from'),
      to,
      subject: input.optional('subject') ?? '',
      text: input.optional('text') ?? '',
    };
    return { uid: sandbox.sendLetter(letter).uid };
  },
  'add-person': (sandbox, input) => {
    const details = present({ name: input.optional('name'), password: input.optional('password') });
    return { address: sandbox.addPerson(input.text('address'), details).address };
  },
  'register-client': (sandbox, input) => {
    const details = present({
      secret: input.optional('secret'),
      secretExpiresAt: input.optionalNumber('secretExpiresAt'),
      certificate: input.optional('certificate'),
      name: input.optional('name'),
      redirectUris: input.list('redirectUris'),
    });
    const next = input.optional('nextSecret');
    const secrets = next === undefined ? {} : { secrets: [secretOf(next, input)] };
    return sandbox.registerClient({ id: input.text('id'), ...details, ...secrets });
  },
  'restrict-app': (sandbox, input) =>
    sandbox.restrictApp(input.text('clientId'), input.list('addresses') ?? null),
  'register-service-account': (sandbox, input) => {
    const details = present({ publicKey: input.optional('publicKey'), kid: input.optional('kid') });
    const jwks = input.object('jwks') as { readonly keys: readonly object[] } | undefined;
    const scopes = input.list('scopes') ?? [];
    sandbox.registerServiceAccount({ email: input.text('email'), scopes, ...details, ...present({ jwks }) });
  },
  'issue-tokens': (sandbox, input) =>
    sandbox.issueTokens(
      input.text('address'),
      present({
        profile: input.oneOf('profile', profileNames),
        clientId: input.optional('clientId'),
        scopes: input.list('scopes'),
      }),
    ),
  // Providers throw a mailbox out when its consent goes; an open IDLE would hide the loss until the next token.
  revoke: (sandbox, input) => {
    const address = input.text('address');
    const grants = sandbox.revoke(address, input.oneOf('profile', profileNames));
    return { grants, sessions: sandbox.endSessions(address) };
  },
  'expire-access-tokens': (sandbox, input) => ({
    tokens: sandbox.expireAccessTokens(input.optional('address')),
  }),
  'expire-refresh-tokens': (sandbox, input) => ({
    tokens: sandbox.expireRefreshTokens(input.optional('address')),
  }),
  'expire-device-codes': (sandbox) => ({ codes: sandbox.expireDeviceCodes() }),
  'approve-device': (sandbox, input) =>
    sandbox.approveDevice(input.text('userCode'), {
      address: input.text('address'),
      ...present({
        password: input.optional('password'),
        decision: input.oneOf('decision', ['accept', 'deny']),
      }),
    }),
  'device-interval': (sandbox, input) => void (sandbox.deviceIntervalSeconds = input.number('seconds')),
  'access-token-seconds': (sandbox, input) => void (sandbox.accessTokenSeconds = input.number('seconds')),
  'usual-profile': (sandbox, input) => {
    sandbox.usualProfile = input.oneOf('profile', profileNames) ?? 'strict';
  },
  'token-endpoint': (sandbox, input) =>
    sandbox.faults.tokenEndpoint(answersOf(input), {
      ...times(input),
      ...present({
        profile: input.oneOf('profile', profileNames),
        grantType: input.optional('grantType'),
      }),
    }),
  'clock-skew': (sandbox, input) => sandbox.faults.clockSkew({ seconds: input.signed('seconds') }),
  'refuse-logins': (sandbox, input) =>
    sandbox.faults.refuseLogins({ ...times(input), ...present({ response: input.optional('response') }) }),
  'throttle-imap': (sandbox, input) =>
    sandbox.faults.throttleImap({ milliseconds: input.number('milliseconds'), ...times(input) }),
  'drop-fetch': (sandbox, input) => {
    const after = present({
      messages: input.optionalNumber('messages'),
      bytes: input.optionalNumber('bytes'),
    });
    if (Object.keys(after).length === 0) throw new BadInput('messages or bytes is missing');
    return sandbox.faults.dropFetch(after, input.optionalNumber('times'));
  },
  'drop-connections': (sandbox, input) => ({
    connections: sandbox.dropConnections(input.optional('address')),
  }),
  'end-sessions': (sandbox, input) => ({ sessions: sandbox.endSessions(input.optional('address')) }),
  'bump-uidvalidity': (sandbox, input) => ({
    uidValidity: sandbox.bumpUidValidity(input.text('address'), input.optional('folder'), {
      renumber: input.flag('renumber'),
    }),
  }),
  'give-uidl': (sandbox, input) =>
    sandbox.giveUidl(input.text('address'), input.number('uid'), input.text('uidl')),
  'break-pop3': (sandbox, input) => {
    const cut = present({ cut: input.oneOf('cut', ['before', 'after']), answer: input.optional('answer') });
    if (Object.keys(cut).length === 0) throw new BadInput('answer or cut is missing');
    return sandbox.faults.breakPop3(
      { command: input.text('command'), ...cut },
      input.optionalNumber('times'),
    );
  },
  'refuse-smtp': (sandbox, input) => {
    const at = present({ at: input.oneOf('at', ['auth', 'mail', 'rcpt', 'data']) });
    return sandbox.faults.refuseSmtp(
      { code: input.number('code'), text: input.text('text'), ...at },
      input.optionalNumber('times'),
    );
  },
  'allow-send-as': (sandbox, input) => sandbox.allowSendAs(input.text('owner'), input.text('address')),
  'hold-token-responses': (sandbox) => sandbox.faults.hold(sandbox.holdTokenResponses()),
  'release-token-responses': (sandbox) => sandbox.faults.release(),
  'clear-faults': (sandbox) => sandbox.faults.clear(),
};

function secretOf(value: string, input: Input): { value: string; expiresAt?: number } {
  return { value, ...present({ expiresAt: input.optionalNumber('nextSecretExpiresAt') }) };
}

function answersOf(input: Input): TokenAnswer | TokenAnswer[] {
  return input.inputs('answers')?.map(answerOf) ?? answerOf(input);
}

function answerOf(input: Input): TokenAnswer {
  const answer = input.oneOf('answer', [
    'status',
    'html',
    'hang',
    'reset',
    'aadsts',
    'error',
    'tokens',
    'work',
  ]);
  const late = present({ retryAfter: input.optional('retryAfter') });
  const shared = present({ error: input.optional('error'), status: input.optionalNumber('status') });
  switch (answer) {
    case 'status':
      return { answer, status: input.number('status'), ...late };
    case 'html':
      return { answer, ...present({ status: shared.status }), ...late };
    case 'hang':
      return { answer, seconds: input.optionalNumber('seconds') ?? 30 };
    case 'reset':
      return { answer };
    case 'aadsts':
      return {
        answer,
        code: input.number('code'),
        ...shared,
        ...late,
        ...present({ suberror: input.optional('suberror') }),
      };
    case 'error':
      return {
        answer,
        ...shared,
        ...late,
        error: shared.error ?? 'invalid_grant',
        ...present({ description: input.optional('description') }),
      };
    case 'tokens':
      return { answer, body: input.object('body') ?? {} };
    case 'work':
      return { answer };
    case undefined:
      throw new BadInput('answer is missing');
  }
}
