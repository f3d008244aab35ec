/** The names of the fields in which two forms differ; lists and the like are compared by what they hold. */
export function differing<Fields extends object>(one: Fields, other: Fields): (keyof Fields & string)[] {
  const names = Object.keys(other) as (keyof Fields & string)[];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

/** What is stored now, but for the fields that were typed into since the form showed `base`. */
export function mergedWith<Fields extends object>(base: Fields, stored: Fields, typed: Fields): Fields {
  const mine = differing(base, typed).map((name) => [name, typed[name]] as const);
  return { ...stored, ...Object.fromEntries(mine) };
}
