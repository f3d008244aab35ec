/** What PostgreSQL's jsonb takes: it knows neither NUL nor half a surrogate pair. */
export function storable(value: string): string {
  return Buffer.from(value, 'utf8').toString('utf8').replaceAll('\u0000', '');
}

/** The same on one line, fit for a header. */
export function oneLine(value: string): string {
  return storable(value)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
}
