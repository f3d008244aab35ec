import { decodeText } from '../charsets/decode-text.js';

/** Groups that hold no text of the letter. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object themedata datastore generator listtable listoverridetable rsidtbl header footer headerl headerr footerl footerr xmlnstbl latentstyles fldinst filetbl revtbl bkmkstart bkmkend'.split(
    ' ',
  ),
);
const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '-',
};
const TOKEN = /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([^\\{}\r\n]+)|[\r\n]+/giy;
const MOST_LEVELS = 1_000;

interface Group {
  /** Nothing of it is shown. */
  readonly silent: boolean;
  /** Between \htmlrtf and \htmlrtf0: there for readers of RTF alone. */
  readonly hidden: boolean;
  /** Characters that stand behind \u for those who cannot read it. */
  readonly skip: number;
}

/**
 * The text of an RTF letter; where it is HTML that was wrapped into RTF ([MS-OXRTFEX]) that HTML. Pictures, fonts and
 * layout go. Linear in its length, whatever it holds.
 */
export function rtfBody(rtf: string): { text: string | null; html: string | null } {
  const isHtml = /\\fromhtml1?\b/.test(rtf.slice(0, 1_000));
  const letter = readLetter(rtf, isHtml).trim();
  if (letter === '') return { text: null, html: null };
  return isHtml ? { text: null, html: letter } : { text: letter, html: null };
}

function readLetter(rtf: string, isHtml: boolean): string {
  const charset = `cp${/\\ansicpg(\d{1,5})/.exec(rtf.slice(0, 1_000))?.[1] ?? '1252'}`;
  const pieces: string[] = [];
  const bytes: number[] = [];
  const groups: Group[] = [];
  let group: Group = { silent: false, hidden: false, skip: 1 };
  let skipping = 0;
  const flush = (): void => {
    if (bytes.length > 0) pieces.push(decodeText(Buffer.from(bytes.splice(0)), charset));
  };
  const show = (text: string): void => {
    const shown = text.slice(skipping);
    skipping = Math.max(0, skipping - text.length);
    if (group.silent || group.hidden || shown === '') return;
    flush();
    pieces.push(shown);
  };
  for (const [, brace, word, parameter, hex, symbol, text] of rtf.matchAll(new RegExp(TOKEN.source, 'gi'))) {
    if (brace === '{') {
      if (groups.length < MOST_LEVELS) groups.push(group);
    } else if (brace === '}') group = groups.pop() ?? group;
    else if (hex !== undefined) {
      if (skipping > 0) skipping -= 1;
      else if (!group.silent && !group.hidden) bytes.push(Number.parseInt(hex, 16));
    } else if (text !== undefined) {
      if (/^[\0-\x7f]*$/.test(text)) show(text);
      else if (!group.silent && !group.hidden)
        for (const byte of Buffer.from(text, 'latin1')) bytes.push(byte);
    } else if (symbol !== undefined) {
      if (symbol === '*') group = { ...group, silent: true };
      else show(CHARACTERS[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : ''));
    } else if (word !== undefined) {
      const number = parameter === undefined ? null : Number(parameter);
      if (word === 'u' && number !== null) {
        show(String.fromCharCode(number & 0xffff));
        skipping = group.skip;
      } else if (word === 'uc') group = { ...group, skip: Math.min(Math.max(number ?? 1, 0), 10) };
      else if (word === 'htmltag') group = { ...group, silent: !isHtml };
      else if (word === 'htmlrtf') group = { ...group, hidden: isHtml && number !== 0 };
      else if (SILENT.has(word)) group = { ...group, silent: true };
      else show(CHARACTERS[word] ?? '');
    }
  }
  flush();
  return pieces.join('');
}
