import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

const ANSWER_MS = 2_000;
const REMEMBERED_MS = 300_000;
const ABSENT_MS = 60_000;
const AT_MOST = 5_000;
/** The name server knows that there is nothing: worth remembering. Anything else may be otherwise in a moment. */
const ABSENT = new Set(['ENOTFOUND', 'ENODATA']);

/** An answer of DNS as `node:dns` has it: texts, addresses, or TXT records as lists of texts. */
export type Records = string[] | string[][];

interface Remembered {
  readonly answer: Promise<Records>;
  until: number;
}

/**
 * What DNS says about mail's domains: two seconds for an answer and two tries, remembered for five minutes (a minute that
 * there is nothing), 5,000 names at most. Whoever asks for what is being asked waits for that answer.
 */
@Injectable()
export class NameLookups {
  readonly #remembered = new Map<string, Remembered>();
  readonly #resolver = new Resolver({ timeout: ANSWER_MS, tries: 2 });

  /** Records of a type. Rejects as `node:dns` does, with its codes. */
  resolve(name: string, type: string): Promise<Records> {
    const key = `${type} ${name.toLowerCase()}`;
    const known = this.#remembered.get(key);
    if (known && known.until > performance.now()) return known.answer;
    const answer = this.ask(name, type);
    const remembered = { answer, until: Infinity };
    this.remember(key, remembered);
    answer.then(
      () => (remembered.until = performance.now() + REMEMBERED_MS),
      (error: unknown) => (remembered.until = performance.now() + (isAbsent(error) ? ABSENT_MS : 0)),
    );
    return answer;
  }

  /** Asks DNS itself. */
  protected async ask(name: string, type: string): Promise<Records> {
    return (await this.#resolver.resolve(name, type)) as Records;
  }

  private remember(key: string, entry: Remembered): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, entry);
    if (this.#remembered.size <= AT_MOST) return;
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined) this.#remembered.delete(oldest);
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ABSENT.has(String(error.code));
}
