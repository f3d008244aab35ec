const FENCE = /^```.*?^```/gms;
const HEADING = /^#{1,6} +(.+?) *#*$/gm;
const LINK = /!?\[[^\]]*\]\(([^()\s]+)(?: "[^"]*")?\)/g;

/** The anchors that GitHub gives the headings of a page. */
export function anchorsOf(page: string): Set<string> {
  const seen = new Map<string, number>();
  return new Set([...withoutCode(page).matchAll(HEADING)].map(([, heading = '']) => anchorOf(heading, seen)));
}

/** Where the links and pictures of a page lead, as they are written. */
export function linksOf(page: string): string[] {
  return [...withoutCode(page).matchAll(LINK)].map(([, target = '']) => target);
}

function withoutCode(page: string): string {
  return page.replaceAll(FENCE, '');
}

function anchorOf(heading: string, seen: Map<string, number>): string {
  const text = heading.replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
  const anchor = text.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
  const before = seen.get(anchor) ?? 0;
  seen.set(anchor, before + 1);
  return before === 0 ? anchor : `${anchor}-${before}`;
}
