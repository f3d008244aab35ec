import { locale } from '../i18n/language.js';
/** What of an item decides where it stands: texts from A to Z whatever the case, numbers from low to high. */
export type SortBy<Item> = (item: Item) => string | number;

/** The items in that order; what is alike stays as it was. */
export function sorted<Item>(items: readonly Item[], by: SortBy<Item>): Item[] {
  return items.toSorted((one, other) => compared(by(one), by(other)));
}

function compared(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), locale, { numeric: true, sensitivity: 'base' });
}
