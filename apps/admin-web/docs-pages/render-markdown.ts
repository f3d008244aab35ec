import { textOf, type MarkdownNode } from './read-markdown.js';

/** A page as HTML: nothing of it comes from anywhere but its nodes, and every text in it is escaped. */
export interface RenderedPage {
  readonly title: string;
  readonly html: string;
  /** Where a link can lead to. */
  readonly anchors: ReadonlySet<string>;
}

/** Where a link of the page leads on these pages; null where what it leads to is not among them. */
export type LinkTo = (url: string) => string | null;

/**
 * Renders a page. Headings have the anchors that GitHub gives them; codes that are listed in a line `Codes: …` are anchors of what
 * they are listed under: a heading, or a paragraph that begins in bold. Throws at what it does not know, so that nothing is left out unseen.
 */
export function renderMarkdown(page: MarkdownNode, linkTo: LinkTo): RenderedPage {
  const nodes = page.children ?? [];
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  const first = nodes.find(({ type, depth }) => type === 'heading' && depth === 1);
  const render = (node: MarkdownNode): string => rendered(node, linkTo);
  const headings = new Map(
    nodes.flatMap((node) => (node.type === 'heading' ? [[node, anchorOf(textOf(node), seen)] as const] : [])),
  );
  for (const anchor of headings.values()) anchors.add(anchor);
  const html = nodes.map((node, index) => {
    if (!opensEntry(node)) return render(node);
    const codes = codesBelow(nodes, index).filter((code) => !anchors.has(code));
    for (const code of codes) anchors.add(code);
    const marks = codes.map((code) => `<span id="${escaped(code)}"></span>`).join('');
    const anchor = headings.get(node);
    if (anchor === undefined) return `<p>${marks}${within(node, render)}</p>`;
    return `<h${node.depth} id="${escaped(anchor)}">${marks}${within(node, render)}</h${node.depth}>`;
  });
  return { title: first ? textOf(first) : '', html: html.filter(Boolean).join('\n'), anchors };
}

/** A text as it may stand in HTML, in attributes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function rendered(node: MarkdownNode, linkTo: LinkTo): string {
  const render = (child: MarkdownNode): string => rendered(child, linkTo);
  const inside = () => within(node, render);
  switch (node.type) {
    case 'text':
      return escaped(node.value ?? '');
    case 'paragraph':
      return node.children?.every(({ type }) => type === 'image') ? '' : `<p>${inside()}</p>`;
    case 'strong':
      return `<strong>${inside()}</strong>`;
    case 'emphasis':
      return `<em>${inside()}</em>`;
    case 'delete':
      return `<del>${inside()}</del>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'blockquote':
      return `<blockquote>${inside()}</blockquote>`;
    case 'inlineCode':
      return `<code>${escaped(node.value ?? '')}</code>`;
    case 'code':
      // Long lines scroll: what scrolls has to be reached by the keyboard.
      return `<pre tabindex="0"><code>${escaped(node.value ?? '')}</code></pre>`;
    case 'link':
      return link(node, inside(), linkTo);
    case 'list':
      return list(node, render);
    case 'table':
      return table(node, render);
    // Pictures do not come along, and comments are for tests.
    case 'image':
      return '';
    case 'html':
      if (node.value?.startsWith('<!--')) return '';
  }
  throw new Error(`There is no HTML for Markdown of type ${node.type}: ${textOf(node).slice(0, 60)}`);
}

function within({ children = [] }: MarkdownNode, render: (node: MarkdownNode) => string): string {
  return children.map(render).join('');
}

function link({ url = '' }: MarkdownNode, inside: string, linkTo: LinkTo): string {
  const target = linkTo(url);
  if (target === null) return inside;
  const away = /^https?:/.test(target) ? ' rel="noreferrer"' : '';
  return `<a href="${escaped(target)}"${away}>${inside}</a>`;
}

function list(
  { ordered, start, children = [] }: MarkdownNode,
  render: (node: MarkdownNode) => string,
): string {
  const tag = ordered ? 'ol' : 'ul';
  const from = ordered && typeof start === 'number' && start !== 1 ? ` start="${start}"` : '';
  const items = children.map((item) => {
    const [only, ...rest] = item.children ?? [];
    const tight = only?.type === 'paragraph' && rest.every(({ type }) => type === 'list');
    const inside = tight && only ? within(only, render) + rest.map(render).join('') : within(item, render);
    return `<li>${inside}</li>`;
  });
  return `<${tag}${from}>${items.join('')}</${tag}>`;
}

function table({ children = [], align = [] }: MarkdownNode, render: (node: MarkdownNode) => string): string {
  const row = (node: MarkdownNode, tag: 'th' | 'td'): string => {
    const cells = (node.children ?? []).map((cell, index) => {
      const side = align[index] ? ` class="${align[index]}"` : '';
      return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${side}>${within(cell, render)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  const [head, ...body] = children;
  const top = head ? `<thead>${row(head, 'th')}</thead>` : '';
  const rows = body.map((each) => row(each, 'td')).join('');
  return `<div class="wide" tabindex="0"><table>${top}<tbody>${rows}</tbody></table></div>`;
}

function anchorOf(heading: string, seen: Map<string, number>): string {
  const anchor = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  const before = seen.get(anchor) ?? 0;
  seen.set(anchor, before + 1);
  return before === 0 ? anchor : `${anchor}-${before}`;
}

/** Does an entry begin here, which may list its codes? */
function opensEntry({ type, children = [] }: MarkdownNode): boolean {
  return type === 'heading' || (type === 'paragraph' && children[0]?.type === 'strong');
}

/** The codes that are listed between the beginning of an entry and that of the next one. */
function codesBelow(nodes: readonly MarkdownNode[], index: number): string[] {
  const end = nodes.findIndex((node, at) => at > index && opensEntry(node));
  return nodes.slice(index + 1, end === -1 ? undefined : end).flatMap(({ type, children = [] }) => {
    const listed = type === 'paragraph' && children[0]?.value?.startsWith('Codes: ');
    return listed
      ? children.flatMap((child) => (child.type === 'inlineCode' ? (child.value ?? []) : []))
      : [];
  });
}
