/** A line of the dialogue between a client and a mail server, without its end. */
export interface Said {
  readonly from: 'client' | 'server';
  readonly line: string;
}

/** Where a connection breaks: at the nth line (from 1) that one side says on a connection, and how much of it passes. */
export interface CutPoint {
  readonly from: Said['from'];
  readonly nth: number;
  readonly pass: 'nothing' | 'half' | 'all';
  /** What was said there in the reference run. */
  readonly line: string;
  /** Inside a mail on its way: its first line, one in the middle, its last one. */
  readonly inside: 'start' | 'middle' | 'end' | null;
}

/**
 * Every point at which a dialogue can break: before, within and after each line of the client, before and within each
 * line of the server. What the server says after a line is said before the next one, so "after" has no place of its
 * own. Of the lines of a literal (RFC 9051 section 4.3) or a multi-line answer of POP3 (RFC 1939 section 3) that holds a
 * mail, three stand for all.
 */
export function cutPoints(dialogue: readonly Said[]): CutPoint[] {
  const bodies = bodiesIn(dialogue);
  const counts = { client: 0, server: 0 };
  return dialogue.flatMap(({ from, line }, index): CutPoint[] => {
    counts[from] += 1;
    const at = { from, nth: counts[from], line, inside: null };
    const body = bodies.get(index);
    if (body !== undefined) return body === 'between' ? [] : [{ ...at, pass: 'half', inside: body }];
    const passes = from === 'client' ? (['nothing', 'half', 'all'] as const) : (['nothing', 'half'] as const);
    return passes.map((pass) => ({ ...at, pass }));
  });
}

/** How many bytes of the line pass, its end included. */
export function bytesThatPass({ pass }: Pick<CutPoint, 'pass'>, line: string): number {
  const whole = line.length + 2;
  return { nothing: 0, half: Math.floor(whole / 2), all: whole }[pass];
}

type Part = 'start' | 'middle' | 'end' | 'between';

function bodiesIn(dialogue: readonly Said[]): Map<number, Part> {
  const parts = new Map<number, Part>();
  let command = '';
  for (let index = 0; index < dialogue.length; index += 1) {
    const { from, line } = dialogue[index]!;
    if (from === 'client') command = line;
    const end = from === 'server' ? endOfBody(dialogue, index, command) : index;
    for (let at = index + 1; at < end; at += 1) parts.set(at, partOf(at, index + 1, end - 1));
    index = Math.max(index, end - 1);
  }
  return parts;
}

/** The index behind the last line of the mail that this line announces, its own where it announces none. */
function endOfBody(dialogue: readonly Said[], index: number, command: string): number {
  const { line } = dialogue[index]!;
  const literal = /\{(\d+)\}$/.exec(line)?.[1];
  if (literal !== undefined) return behindBytes(dialogue, index + 1, Number(literal));
  if (!/^(RETR|TOP) /i.test(command) || !line.startsWith('+OK')) return index;
  const dot = dialogue.findIndex((said, at) => at > index && said.line === '.');
  return dot < 0 ? dialogue.length : dot;
}

function behindBytes(dialogue: readonly Said[], from: number, bytes: number): number {
  let at = from;
  for (let left = bytes; left > 0 && at < dialogue.length; at += 1) left -= dialogue[at]!.line.length + 2;
  return at;
}

function partOf(at: number, first: number, last: number): Part {
  if (at === first) return 'start';
  if (at === last) return 'end';
  return at === Math.floor((first + last) / 2) ? 'middle' : 'between';
}
