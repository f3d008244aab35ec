import { type LoggerService, type LogLevel } from '@nestjs/common';
import { pino, stdTimeFunctions, type Level, type Logger } from 'pino';
import { concealSecrets } from './conceal-secrets.js';
import { lineForPeople } from './line-for-people.js';

/** How much is logged, how it looks, and where to. */
export interface LogSettings {
  readonly level: Level;
  /** JSON for machines, or lines for people. */
  readonly format: 'json' | 'pretty';
  readonly write: (line: string) => void;
}

/** Paths whose values are never written, whoever logs them. */
const SECRET_PATHS = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'code',
  'assertion',
  'clientSecret',
  'accessToken',
  'refreshToken',
]
  .flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  .concat([
    'req.headers["set-cookie"]',
    'access_token',
    'refresh_token',
    'client_secret',
    '*.access_token',
    '*.refresh_token',
    '*.client_secret',
  ]);

/** What Nest says of every module and route at each start: for who debugs the start. */
const CHATTER = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

/** Nest's logger over pino. Whatever is written has passed two fences: pino's by path, ours by pattern. */
export class HelpdeskLogger implements LoggerService {
  readonly #pino: Logger;

  constructor({ level, format, write }: LogSettings) {
    const options = {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    };
    this.#pino = pino(options, {
      write: (line: string) => {
        const safe = concealSecrets(line);
        write(format === 'json' ? safe : lineForPeople(safe));
      },
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(CHATTER.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  // Nest puts the name of the place last, and before it, in an error, the stack.
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const [stack] = level === 'error' && rest.length > 1 ? rest : [];
    const record = {
      ...(typeof context === 'string' ? { context } : {}),
      ...(typeof stack === 'string' ? { stack } : {}),
    };
    if (message instanceof Error) this.#pino[level]({ ...record, stack: message.stack }, message.message);
    else if (typeof message === 'object' && message !== null) this.#pino[level]({ ...record, ...message });
    else this.#pino[level](record, String(message));
  }
}

const LEVELS: Readonly<Record<Level, readonly LogLevel[]>> = {
  fatal: ['fatal'],
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
  trace: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** The same in Nest's words: told to Nest, it does not even ask for what would not be written. */
export function nestLevels(level: Level): LogLevel[] {
  return [...LEVELS[level]];
}
