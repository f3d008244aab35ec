import { kernelProblem } from '@mailroom/kernel';

/** A record and the line of the file on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV as RFC 4180 has it, and as spreadsheets write it: lines may end in CR, LF or both, and what separates cells is
 * the comma, semicolon or tab that the first record has most of. Lines without a character are no records. Problem
 * `csv-invalid` (`line`, `reason`), which never quotes the text, because it may hold secrets.
 */
export function readCsv(text: string): CsvRecord[] {
  const plain = text.replace(/^\uFEFF/, '');
  const hint = /^"?sep=([,;\t])"?(\r\n|\r|\n)/.exec(plain);
  const rest = hint ? plain.slice(hint[0].length) : plain;
  const scan = new CsvScan(rest, hint?.[1] ?? separatorOf(rest), hint ? 2 : 1);
  return scan.records();
}

/** One cell as RFC 4180 writes it. */
export function csvCell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function separatorOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((mark) => [mark, 0]));
  let quoted = false;
  for (const mark of text) {
    if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === '\n' || mark === '\r')) break;
    else if (!quoted && counts.has(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const [[most] = [',']] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most;
}

class CsvScan {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private line: number,
  ) {}

  records(): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.#at < this.text.length) {
      const { line } = this;
      const cells = this.record();
      if (cells.length > 1 || cells[0] !== '') records.push({ line, cells });
    }
    return records;
  }

  private record(): string[] {
    const cells = [this.cell()];
    while (this.text[this.#at] === this.separator) {
      this.#at += 1;
      cells.push(this.cell());
    }
    this.lineEnd();
    return cells;
  }

  private cell(): string {
    return this.text[this.#at] === '"' ? this.quoted() : this.bare();
  }

  private bare(): string {
    const from = this.#at;
    while (this.#at < this.text.length && !this.endsCell(this.text[this.#at])) this.#at += 1;
    return this.text.slice(from, this.#at);
  }

  private quoted(): string {
    const { line } = this;
    const pieces: string[] = [];
    for (;;) {
      const end = this.text.indexOf('"', this.#at + 1);
      if (end === -1) throw fault(line, 'open-quote');
      const piece = this.text.slice(this.#at + 1, end);
      pieces.push(piece);
      this.line += piece.match(/\r\n|\r|\n/g)?.length ?? 0;
      this.#at = end + 1;
      if (this.text[this.#at] !== '"') break;
    }
    if (this.#at < this.text.length && !this.endsCell(this.text[this.#at]))
      throw fault(this.line, 'text-behind-quote');
    return pieces.join('"');
  }

  private endsCell(mark: string | undefined): boolean {
    return mark === this.separator || mark === '\n' || mark === '\r';
  }

  private lineEnd(): void {
    if (this.#at >= this.text.length) return;
    this.#at += this.text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.line += 1;
  }
}

/** Where a file stops being CSV, by name; the pages have the words. */
export const csvFaults = [
  'open-quote',
  'text-behind-quote',
  'too-large',
  'no-utf8',
  'too-many-cells',
] as const;
type CsvFault = (typeof csvFaults)[number];

/** Problem `csv-invalid`. */
export function fault(line: number, reason: CsvFault) {
  return kernelProblem('csv-invalid', { params: { line, reason } });
}
