import { type Banner } from '../api/shapes.js';
import { bannerSentences, bannerWords } from '../i18n/en.js';
import { fill } from '../i18n/fill.js';

/** As many are shown; a page of Mailroom has all of them. */
const AT_ONCE = 3;

/** One line: what is wrong, and the one way that helps. */
interface Line {
  /** A line of the same key stays where it is: screen readers hear it once. */
  readonly key: string;
  readonly severity: Banner['severity'];
  readonly says: string;
  readonly act: string;
  /** Below the mount. */
  readonly path: string;
}

/** The most urgent banners as lines, and how many more there are. */
export function linesOf(banners: readonly Banner[]): Line[] {
  const others = banners.length - AT_ONCE;
  const more: Line = {
    key: 'others',
    severity: 'warning',
    says: bannerWords.others(others),
    act: bannerWords.all,
    path: 'warnings',
  };
  return [...banners.slice(0, AT_ONCE).map(lineOf), ...(others > 0 ? [more] : [])];
}

function lineOf({ kind, cause, severity, params, action }: Banner): Line {
  const sentence: string | undefined = bannerSentences[kind];
  const isReconnect = action.kind === 'reconnect';
  return {
    key: `${kind} ${cause}`,
    severity,
    says: sentence === undefined ? bannerWords.unknown : fill(sentence, params),
    act: isReconnect ? bannerWords.reconnect : bannerWords.open,
    path: isReconnect ? `tokens?reconnect=${action.tokenId}` : action.path,
  };
}

/** Shows lines in `list`, whose other children they are: adds, changes and takes away no more than has changed. */
export function showLines(list: HTMLElement, lines: readonly Line[], mount: string): void {
  const former = new Map([...list.children].map((child) => [(child as HTMLElement).dataset['key'], child]));
  const shown = lines.map((line) => {
    const item = (former.get(line.key) as HTMLElement | undefined) ?? newItem(line);
    write(item, line, mount);
    return item;
  });
  for (const child of former.values()) if (!shown.includes(child as HTMLElement)) child.remove();
  for (const [index, item] of shown.entries())
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
}

// What is critical interrupts whoever listens to the page, the rest waits for its turn.
function newItem({ key, severity }: Line): HTMLElement {
  const item = element('div', 'banner');
  item.dataset['key'] = key;
  item.setAttribute('role', severity === 'critical' ? 'alert' : 'status');
  const text = element('p', 'sentence');
  text.append(element('strong', 'severity'), ' ', element('span', 'says'));
  item.append(text, element('a', 'action'));
  return item;
}

function write(item: HTMLElement, { severity, says, act, path }: Line, mount: string): void {
  item.dataset['severity'] = severity;
  put(item, '.severity', bannerWords.severity[severity]);
  put(item, '.says', says);
  const link = item.querySelector('a');
  if (!link) return;
  put(item, 'a', act);
  link.href = mount + path;
  link.setAttribute('aria-label', `${act}: ${says}`);
}

function put(item: HTMLElement, selector: string, text: string): void {
  const place = item.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

function element<Name extends 'div' | 'p' | 'strong' | 'span' | 'a'>(name: Name, part: string) {
  const made = document.createElement(name);
  made.className = part;
  made.part.add(part);
  return made;
}
