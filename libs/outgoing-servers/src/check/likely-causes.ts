import { type ProblemShape } from '@mailroom/kernel';
import { type OutgoingServer } from '../servers/outgoing-server.js';

/** What most likely keeps mail from leaving, and what the pages have words for. */
export const serverCauses = [
  'smtp-switched-off',
  'passwords-switched-off',
  'app-password-needed',
  'password-wrong',
  'login-is-alias',
  'login-wrong',
  'token-lacks-sending',
  'no-send-as',
  'filter-too-wide',
  'too-many-connections',
  'too-many-sign-ins',
  'daily-limit',
  'tls-port-in-clear',
] as const;

export type ServerCause = (typeof serverCauses)[number];

type Causes = readonly ServerCause[];

const BY_TOKEN: Readonly<Record<string, Causes>> = {
  '535 5.7.139': ['smtp-switched-off'],
  '535 5.7.3': ['login-is-alias', 'token-lacks-sending', 'smtp-switched-off'],
  '535 5.7.8': ['token-lacks-sending', 'login-wrong'],
  '535 5.7.9': ['token-lacks-sending', 'login-wrong'],
  '530 5.7.57': ['token-lacks-sending', 'login-is-alias'],
};

const BY_PASSWORD: Readonly<Record<string, Causes>> = {
  '535 5.7.139': ['passwords-switched-off', 'smtp-switched-off'],
  '535 5.7.3': ['password-wrong', 'login-is-alias', 'smtp-switched-off'],
  '535 5.7.8': ['app-password-needed', 'password-wrong'],
  '535 5.7.9': ['app-password-needed'],
  '534 5.7.9': ['app-password-needed'],
  '550 5.7.30': ['passwords-switched-off'],
  '530 5.7.57': ['passwords-switched-off', 'smtp-switched-off'],
};

const BY_ANY: Readonly<Record<string, Causes>> = {
  '550 5.7.60': ['no-send-as', 'filter-too-wide'],
  '554 5.2.252': ['no-send-as', 'filter-too-wide'],
  '432 4.3.2': ['too-many-connections'],
  '454 4.7.0': ['too-many-sign-ins'],
  '550 5.4.5': ['daily-limit'],
  '554 5.2.0': ['daily-limit'],
};

/** What a server looks like from here. */
export type Seen = Pick<OutgoingServer, 'auth' | 'port' | 'security'>;

/** It speaks TLS from the first byte (RFC 8314 section 3.3), and waits for us to begin. */
const TLS_PORT = 465;

/**
 * What most likely is behind a refusal, the likeliest first, decided on the reply's codes, on how we sign in and on what
 * the port is for. Empty for what is not known, and for what the problem itself says already.
 */
export function likelyCauses({ code, params }: ProblemShape, { auth, port, security }: Seen): Causes {
  if (code === 'server-too-slow' && port === TLS_PORT && security !== 'tls') return ['tls-port-in-clear'];
  const { status, enhanced } = params;
  const reply = `${status} ${enhanced}`;
  const known = { ...BY_ANY, ...(auth === 'token' ? BY_TOKEN : BY_PASSWORD) }[reply];
  if (known) return known;
  if (code !== 'sign-in-refused') return [];
  return auth === 'token' ? ['token-lacks-sending', 'login-wrong'] : ['password-wrong', 'login-wrong'];
}
