import { type Logger } from 'imapflow';
import { type SignIn } from '../mailbox/sign-in.js';

/**
 * A logger for imapflow that passes on the lines of the protocol, which name their speaker, where somebody hears them,
 * and warnings to `warned`, whole. Nobody shows those: they may quote the server.
 */
export function protocolLogger(hear: SignIn['hear'], warned: (entry: unknown) => void): Logger {
  const take = (entry: object): void => {
    const { src, msg } = entry as { src?: unknown; msg?: unknown };
    if (typeof msg === 'string' && (src === 'c' || src === 's')) hear?.(src === 'c' ? 'we' : 'server', msg);
  };
  const warn = (entry: object): void => {
    take(entry);
    warned(entry);
  };
  return Object.assign(
    { trace: take, debug: take, info: take, warn, error: take, fatal: take },
    // Lines are only made up where somebody hears them.
    { isLevelEnabled: (level: string) => hear !== null || (level !== 'trace' && level !== 'debug') },
  );
}
