/** The list with the entry at `index` one place further up or down; as it was where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const target = index + by;
  const one = list[index];
  const other = list[target];
  if (one === undefined || other === undefined) return [...list];
  return list.map((entry, at) => (at === index ? other : at === target ? one : entry));
}
