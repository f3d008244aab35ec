import { type Reply } from './reply.js';
import { replyProblem } from './reply-problem.js';
import { type SmtpWire } from './smtp-wire.js';

/** What a server said that it can do (RFC 5321 section 4.1.1.1). */
export interface Extensions {
  /** The largest mail it takes, in bytes; null when it does not say. */
  readonly size: number | null;
  readonly pipelining: boolean;
  readonly dsn: boolean;
  readonly utf8: boolean;
  /** SASL mechanisms, in capitals. */
  readonly mechanisms: readonly string[];
}

/** Says hello, in the old way where the new one is not known. Throws the problem of the answer. */
export async function hello(wire: SmtpWire, name: string): Promise<Extensions> {
  const [answer, lines] = await ask(wire, `EHLO ${name}`);
  if (answer.status === 250) return extensionsIn(lines);
  if (answer.status < 500) throw replyProblem(answer, 'greeting');
  const [old] = await ask(wire, `HELO ${name}`);
  if (old.status !== 250) throw replyProblem(old, 'greeting');
  return extensionsIn([]);
}

/** Reads the lines of an EHLO answer, without their codes. */
export function extensionsIn(lines: readonly string[]): Extensions {
  const words = lines.map((line) =>
    line
      .trim()
      .toUpperCase()
      .split(/[\s=]+/),
  );
  const valuesOf = (keyword: string) => words.find(([first]) => first === keyword)?.slice(1);
  const size = Number(valuesOf('SIZE')?.[0] ?? 0);
  return {
    size: Number.isSafeInteger(size) && size > 0 ? size : null,
    pipelining: valuesOf('PIPELINING') !== undefined,
    dsn: valuesOf('DSN') !== undefined,
    utf8: valuesOf('SMTPUTF8') !== undefined,
    mechanisms: words.flatMap(([first, ...values]) => (first === 'AUTH' ? values : [])),
  };
}

async function ask(wire: SmtpWire, line: string): Promise<[Reply, string[]]> {
  const reply = await wire.say(line);
  return [reply, reply.lines.slice(1).map((each) => each.slice(4))];
}
