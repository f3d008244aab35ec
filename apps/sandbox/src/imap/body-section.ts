import { parseHeader } from './header.js';
import { parseMime, split, type MimePart } from './mime-tree.js';
import { Refusal } from './refusal.js';

/** The bytes a section names in BODY[section], or null when there is no such part (RFC 9051 section 6.4.5.1). */
export function sectionOf(raw: Buffer, section: string): Buffer | null {
  if (section === '') return raw;
  const [, path = '', text = ''] = /^([\d.]*?)\.?([A-Z].*)?$/i.exec(section) ?? [];
  if (path === '') return ofMessage(raw, text);
  const part = partAt(parseMime(raw), path);
  if (!part) return null;
  if (text === '') return part.body;
  if (text.toUpperCase() === 'MIME') return part.header;
  return part.children[0] && part.type === 'message' ? ofMessage(part.body, text) : null;
}

function ofMessage(raw: Buffer, text: string): Buffer {
  const { header, body } = split(raw);
  const [, word = '', names = ''] = /^([A-Z.]+)(?: \((.*)\))?$/i.exec(text) ?? [];
  switch (word.toUpperCase()) {
    case 'HEADER':
      return header;
    case 'TEXT':
      return body;
    case 'HEADER.FIELDS':
      return chosen(header, namesIn(names), true);
    case 'HEADER.FIELDS.NOT':
      return chosen(header, namesIn(names), false);
    default:
      throw Refusal.bad('Unknown section');
  }
}

function chosen(header: Buffer, names: ReadonlySet<string>, wanted: boolean): Buffer {
  const fields = parseHeader(header.toString('latin1')).filter(({ name }) => names.has(name) === wanted);
  return Buffer.from(`${fields.map(({ raw }) => raw).join('')}\r\n`, 'latin1');
}

function namesIn(list: string): Set<string> {
  return new Set((list.match(/[^\s"]+/g) ?? []).map((name) => name.toLowerCase()));
}

/** Part numbers count from one; a message that is not multipart has its body as part 1, an attached message likewise. */
function partAt(root: MimePart, path: string): MimePart | null {
  let part: MimePart | null = root;
  for (const [depth, number] of path.split('.').map(Number).entries()) {
    const inside: MimePart = depth > 0 && part.type === 'message' ? (part.children[0] ?? part) : part;
    const child: MimePart | undefined =
      inside.type === 'multipart' ? inside.children[number - 1] : number === 1 ? inside : undefined;
    if (!child) return null;
    part = child;
  }
  return part;
}
