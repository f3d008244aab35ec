import { type Logger } from 'imapflow';
import { type SignIn } from '../mailbox/sign-in.js';

/** A logger for imapflow that passes on the lines of the protocol, which name their speaker, and nothing else. */
export function protocolLogger(hear: NonNullable<SignIn['hear']>): Logger {
  const take = (entry: object): void => {
    const { src, msg } = entry as { src?: unknown; msg?: unknown };
    if (typeof msg === 'string' && (src === 'c' || src === 's')) hear(src === 'c' ? 'we' : 'server', msg);
  };
  return { trace: take, debug: take, info: take, warn: take, error: take };
}
