/** An element of a document that somebody else wrote: names lower-cased, text without that of its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

type Growing = { name: string; attributes: Record<string, string>; text: string; children: Growing[] };

const LONGEST = 262_144;
const DEEPEST = 20;
const MOST = 5_000;
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([a-z][\w:.-]*)([^<>]*)>|([^<]+)/giy;
const ATTRIBUTE = /([a-z][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads XML that nobody vouches for: at most 256 KiB, 20 deep and 5,000 elements; a document type, and with it every
 * entity of its own, is refused, so that nothing can be expanded or fetched. Null for what is not well-formed.
 */
export function readXml(document: string): XmlElement | null {
  if (document.length > LONGEST) return null;
  const open: Growing[] = [{ name: '', attributes: {}, text: '', children: [] }];
  let elements = 0;
  TOKEN.lastIndex = 0;
  const text = document.replace(/^\uFEFF/, '');
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    // Also where a document type stands: none of the tokens is one.
    if (!token) return null;
    elements += 1;
    if (elements > 4 * MOST || !take(token, open)) return null;
  }
  const [root, ...unclosed] = open;
  const [only, ...more] = root?.children ?? [];
  return unclosed.length === 0 && more.length === 0 && only ? only : null;
}

function take([, data, closing, name, rest = '', words]: RegExpExecArray, open: Growing[]): boolean {
  const inner = open.at(-1);
  if (!inner) return false;
  if (data !== undefined) inner.text += data;
  else if (words !== undefined) inner.text += decoded(words);
  else if (name !== undefined && closing === '/') return open.length > 1 && open.pop()?.name === lower(name);
  else if (name !== undefined) return opened(name, rest, inner, open);
  return true;
}

function opened(name: string, rest: string, parent: Growing, open: Growing[]): boolean {
  const element = { name: lower(name), attributes: attributesOf(rest), text: '', children: [] };
  parent.children.push(element);
  if (!rest.trimEnd().endsWith('/')) open.push(element);
  return open.length <= DEEPEST && parent.children.length <= MOST;
}

function attributesOf(rest: string): Record<string, string> {
  const pairs = [...rest.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [lower(name), decoded(double ?? single ?? '')] as const,
  );
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  return text.replaceAll(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[lower(name)] ?? '';
    const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
  });
}

function lower(name: string): string {
  return name.toLowerCase();
}
