/**
 * The paragraphs of format=flowed text (RFC 3676 section 4): a line that ends in a space goes on in the next one, as far
 * as both are quoted equally deep; the space that keeps a line from being taken for something else is dropped; "-- "
 * stays a line of its own. With `delSp` the space at the end is dropped too.
 */
export function unflow(text: string, delSp: boolean): string {
  const paragraphs: string[] = [];
  let open: Paragraph | null = null;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const [, marks = '', rest = ''] = /^(>*) ?(.*)$/s.exec(line) ?? [];
    const depth = marks.length;
    const isSignature = rest === '-- ';
    const goesOn = open !== null && open.depth === depth && !isSignature;
    if (open && !goesOn) paragraphs.push(shown(open));
    const isSoft = !isSignature && rest.endsWith(' ');
    const words = isSoft && delSp ? rest.slice(0, -1) : rest;
    const paragraph: Paragraph = { depth, text: goesOn && open ? open.text + words : words };
    if (!isSoft) paragraphs.push(shown(paragraph));
    open = isSoft ? paragraph : null;
  }
  if (open) paragraphs.push(shown(open));
  return paragraphs.join('\n');
}

interface Paragraph {
  readonly depth: number;
  readonly text: string;
}

function shown({ depth, text }: Paragraph): string {
  return depth > 0 ? `${'>'.repeat(depth)} ${text}` : text;
}
