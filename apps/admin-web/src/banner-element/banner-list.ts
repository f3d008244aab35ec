import { type BannerTongue, type Line } from './banner-lines.js';

/** Shows lines in `list`, whose other children they are: adds, changes and takes away no more than has changed. */
export function showLines(
  list: HTMLElement,
  lines: readonly Line[],
  { words }: BannerTongue,
  mount: string,
): void {
  const former = new Map([...list.children].map((child) => [(child as HTMLElement).dataset['key'], child]));
  const shown = lines.map((line) => {
    const item = (former.get(line.key) as HTMLElement | undefined) ?? newItem(line);
    put(item, '.severity', words.severity[line.severity]);
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
  item.role = severity === 'critical' ? 'alert' : 'status';
  const text = element('p', 'sentence');
  text.append(element('strong', 'severity'), ' ', element('span', 'says'));
  item.append(text, element('a', 'action'));
  return item;
}

function write(item: HTMLElement, { severity, says, act, path }: Line, mount: string): void {
  item.dataset['severity'] = severity;
  put(item, '.says', says);
  const link = item.querySelector('a');
  if (!link) return;
  put(item, 'a', act);
  link.href = mount + path;
  link.ariaLabel = `${act}: ${says}`;
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
