/** Where a text with a NUL, which PostgreSQL does not store, stands in a parsed value; null when there is none. */
export function pathToNul(value: unknown): string[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const below = pathToNul(part);
    if (below) return [key, ...below];
  }
  return null;
}
