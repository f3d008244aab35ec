import { parentPort } from 'node:worker_threads';
import {
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from 'yaml';

/** What a text holds as YAML, and the line on which each entry of its list begins; or where it stops being YAML. */
export type YamlReading =
  | { readonly kind: 'read'; readonly value: unknown; readonly lines: readonly number[] }
  | { readonly kind: 'fault'; readonly line: number; readonly column: number; readonly reason: string };

/** Perl writes a second mention of the same data as an alias; no honest file has many. */
const ALIASES_AT_MOST = 100;
/** Tab, line feed and carriage return are text; the other control characters are not (YAML 1.2.2 section 5.1). */
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * Reads one YAML 1.2 document of plain data: no tags, no merge keys, no keys twice, no keys but texts. Numbers that
 * would not be written back as they stand (`0012`, ids of thirty digits) stay texts. Faults never quote the text,
 * because it may hold secrets.
 */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const plain = text.replace(/^\uFEFF/, '');
  const control = NO_TEXT.exec(plain);
  if (control) return { ...placeIn(plain, control.index), kind: 'fault', reason: 'control-character' };
  const document = parseDocument(plain, {
    lineCounter: lines,
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const fault = faultOf(document);
  if (fault) {
    const { line, col } = lines.linePos(Math.min(fault.at, plain.length));
    return { kind: 'fault', line, column: col, reason: fault.reason };
  }
  return valueOf(document, lines);
}

function valueOf(document: Document, lines: LineCounter): YamlReading {
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIASES_AT_MOST });
    const entries = isSeq(document.contents) ? document.contents : document.get('clients', true);
    const items: unknown[] = isSeq(entries) ? entries.items : [document.contents];
    return { kind: 'read', value, lines: items.map((item) => lines.linePos(startOf(item as Node)).line) };
  } catch {
    return { kind: 'fault', line: 1, column: 1, reason: 'too-many-aliases' };
  }
}

interface Fault {
  readonly at: number;
  readonly reason: string;
}

function faultOf(document: Document.Parsed | Document): Fault | undefined {
  const [error] = document.errors;
  if (error) return { at: error.pos[0], reason: error.code.toLowerCase().replaceAll('_', '-') };
  let fault: Fault | undefined;
  visit(document, {
    Seq: (_, { tag, range }) => {
      if (tag !== undefined) fault = { at: range?.[0] ?? 0, reason: 'tag' };
      return fault && visit.BREAK;
    },
    Alias: (_, node) => {
      if (!node.resolve(document)) fault = { at: startOf(node), reason: 'alias-of-nothing' };
      return fault && visit.BREAK;
    },
    Scalar: (_, node) => {
      if (node.tag !== undefined) fault = { at: startOf(node), reason: 'tag' };
      else keepAsWritten(node);
      return fault && visit.BREAK;
    },
    Map: (_, { items, tag, range }) => {
      if (tag !== undefined) fault = { at: range?.[0] ?? 0, reason: 'tag' };
      else fault = keyFaultOf(items.map(({ key }) => key));
      return fault && visit.BREAK;
    },
  });
  return fault;
}

// The library looks for keys that stand there twice by comparing each with each: a minute for a hostile file.
function keyFaultOf(keys: readonly unknown[]): Fault | undefined {
  const seen = new Set<string>();
  for (const key of keys) {
    if (!isScalar(key)) return { at: startOf(key as Node | null), reason: 'no-text-as-key' };
    const name = String(key.value);
    if (name === '<<') return { at: startOf(key), reason: 'merge-key' };
    if (seen.has(name)) return { at: startOf(key), reason: 'duplicate-key' };
    seen.add(name);
  }
  return undefined;
}

function keepAsWritten(node: Scalar): void {
  if (typeof node.value !== 'number' || node.source === undefined) return;
  if (String(node.value) !== node.source) node.value = node.source;
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

// In a thread of its own it reads one text and is done.
parentPort?.once('message', (text: string) => parentPort?.postMessage(readYaml(text)));
