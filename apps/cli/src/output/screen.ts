import { Problem } from '@mailroom/kernel';
import { table, type Cell } from './table.js';
import { CommandFailure, EXIT } from './command-failure.js';

/** Where a command speaks: results on stdout, everything else on stderr. With `json`, stdout is one JSON document. */
export class Screen {
  constructor(
    readonly json: boolean,
    private readonly out: (text: string) => void,
    private readonly error: (text: string) => void,
  ) {}

  /** The result: `value` for programs, `text` for people. */
  result(value: unknown, text: string): void {
    this.out(`${this.json ? JSON.stringify(value, null, 2) : text}\n`);
  }

  /** A list: its items for programs, a table for people, `nothing` where it is empty. */
  list<Item>(
    items: readonly Item[],
    columns: Readonly<Record<string, (item: Item) => Cell>>,
    nothing: string,
  ): void {
    const rows = items.map((item) => Object.values(columns).map((cell) => cell(item)));
    this.result({ items }, items.length === 0 ? nothing : table(Object.keys(columns), rows));
  }

  /** Text as it is, e.g. a document: no JSON around it. */
  document(text: string): void {
    this.out(text);
  }

  /** For people who wait: progress, hints. Never part of the result. */
  say(text: string): void {
    // What came from a provider must not steer the terminal.
    this.error(`${text.replace(/[^\P{Cc}\n]/gu, ' ')}\n`);
  }

  /** Says why a command failed and answers its exit code. */
  fail(error: unknown): number {
    const { code, sentence, exitCode, params } = told(error);
    if (this.json) this.error(`${JSON.stringify({ error: { code, message: sentence, ...params } })}\n`);
    else this.error(`mailroom: ${sentence}\n`);
    return exitCode;
  }
}

function told(error: unknown): { code: string; sentence: string; exitCode: number; params?: object } {
  if (error instanceof CommandFailure) {
    return { code: error.code, sentence: error.message, exitCode: error.exitCode };
  }
  if (error instanceof Problem) {
    const { code, params, field, disposition } = error;
    return {
      code,
      sentence: sentenceOf(error),
      exitCode: EXIT.failed,
      params: { params, field, disposition },
    };
  }
  // Whatever it is, it may hold something that is not for a terminal.
  const name = error instanceof Error ? error.name : 'unknown';
  return { code: 'unexpected', sentence: `Something unexpected happened (${name}).`, exitCode: EXIT.failed };
}

/** A problem as a sentence: its code read aloud, and what it is about. */
export function sentenceOf({ code, params, field }: Problem): string {
  const words = code.replaceAll('-', ' ');
  const facts = Object.entries({ ...(field === undefined ? {} : { field }), ...params })
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return facts.length === 0 ? `${sentence}.` : `${sentence} (${facts.join(', ')}).`;
}
