/** The items in which every word that is searched for occurs somewhere, whatever the case; order stays. */
export function matching<Item>(
  items: readonly Item[],
  search: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = textsOf(item).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
