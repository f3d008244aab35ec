import { type FreshHost, type HostAnswer, type Question } from './fresh-host.js';

/** Where a host keeps things: its own routes below `prefix`, Mailroom's below `mount`. */
export interface Floor {
  readonly prefix: string;
  readonly mount: string;
}

/**
 * Somebody who works with a host, known to it by `headers`. Of several instances each question goes to the next one; all
 * of them are reached under the address of the first.
 */
export class Staff {
  #turn = 0;

  constructor(
    private readonly instances: readonly FreshHost[],
    readonly floor: Floor,
    /** What their requests say of them. */
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** Where browsers reach the first instance. */
  get origin(): string {
    return this.instances[0]!.origin;
  }

  /** A route of the host's own. */
  desk(method: string, path: string, body?: object): Promise<HostAnswer> {
    return this.ask(method, `${this.floor.prefix}/desk/${path}`, body === undefined ? {} : { body });
  }

  /** A route of Mailroom's. */
  api(method: string, path: string, body?: object): Promise<HostAnswer> {
    return this.ask(method, `${this.floor.mount}/api/${path}`, body === undefined ? {} : { body });
  }

  /** What a stream says first; it is left then. */
  async firstWords(path: string): Promise<string> {
    const answer = await fetch(`${this.origin}${path}`, {
      headers: this.headers,
      signal: AbortSignal.timeout(20_000),
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const decoder = new TextDecoder();
    let words = '';
    for await (const chunk of answer.body ?? []) {
      words += decoder.decode(chunk as Uint8Array, { stream: true });
      if (words.includes('data:') && words.endsWith('\n\n')) break;
    }
    return words;
  }

  /** Any path of the next instance. */
  ask(method: string, path: string, question: Question = {}): Promise<HostAnswer> {
    const instance = this.instances[this.#turn++ % this.instances.length]!;
    const headers = { origin: this.origin, ...this.headers, ...question.headers };
    return instance.ask(method, path, { ...question, headers });
  }
}
