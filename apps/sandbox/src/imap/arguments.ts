import { Refusal } from './refusal.js';

/** One argument of a command: an atom, a string (quoted or literal), or a list in parentheses. */
export type Argument =
  { readonly atom: string } | { readonly string: Buffer } | { readonly list: readonly Argument[] };

/** Splits the text after the command's name (RFC 9051 section 9). Brackets keep a FETCH section in one atom. */
export function parseArguments(text: string, literals: readonly Buffer[]): readonly Argument[] {
  const scanner = { text, at: 0, literals };
  const found = items(scanner, false);
  if (scanner.at < text.length) throw Refusal.bad('Unbalanced parentheses');
  return found;
}

/** The text of an atom or a string; strings may hold UTF-8. */
export function textOf(argument: Argument | undefined): string {
  if (argument && 'atom' in argument) return argument.atom;
  if (argument && 'string' in argument) return argument.string.toString('utf8');
  throw Refusal.bad('Missing argument');
}

/** The texts of a list, or of one argument standing alone. */
export function textsOf(argument: Argument | undefined): string[] {
  return argument && 'list' in argument ? argument.list.map(textOf) : [textOf(argument)];
}

interface Scanner {
  readonly text: string;
  readonly literals: readonly Buffer[];
  at: number;
}

function items(scanner: Scanner, inside: boolean): Argument[] {
  const found: Argument[] = [];
  for (;;) {
    while (scanner.text[scanner.at] === ' ') scanner.at++;
    const next = scanner.text[scanner.at];
    if (next === undefined) {
      if (inside) throw Refusal.bad('Unbalanced parentheses');
      return found;
    }
    if (next === ')') {
      if (inside) scanner.at++;
      return found;
    }
    found.push(one(scanner, next));
  }
}

function one(scanner: Scanner, next: string): Argument {
  if (next === '(') {
    scanner.at++;
    return { list: items(scanner, true) };
  }
  if (next === '"') return { string: quoted(scanner) };
  if (next === '\0') return { string: literal(scanner) };
  return { atom: atom(scanner) };
}

function quoted(scanner: Scanner): Buffer {
  const match = matchAt(scanner, /"((?:[^"\\]|\\.)*)"/y);
  return Buffer.from((match[1] ?? '').replace(/\\(.)/g, '$1'), 'latin1');
}

function literal(scanner: Scanner): Buffer {
  return scanner.literals[Number(matchAt(scanner, /\0(\d+)\0/y)[1])] ?? Buffer.alloc(0);
}

function atom(scanner: Scanner): string {
  return matchAt(scanner, /(?:\[[^\]]*\]|[^ ()"\0[])+/y)[0];
}

function matchAt(scanner: Scanner, pattern: RegExp): RegExpExecArray {
  pattern.lastIndex = scanner.at;
  const match = pattern.exec(scanner.text);
  if (!match) throw Refusal.bad('Syntax error');
  scanner.at = pattern.lastIndex;
  return match;
}
