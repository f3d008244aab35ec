const MEGABYTE = 1_048_576;

interface Said {
  readonly field?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What the server says of a size in bytes, as a form says it whose field takes megabytes: `sizeLimitBytes` is its
 * `sizeLimitMb`, and the limit is one that can be typed there. Whatever is no such thing stays as it is.
 */
export function inMegabytes<What extends Said>(values: object, said: What): What {
  const { field = '', params } = said;
  const named = field.replace(/Bytes$/, 'Mb');
  if (named === field || !Object.hasOwn(values, named)) return said;
  const limit = params?.['limit'];
  const tenths = typeof limit === 'number' ? (limit / MEGABYTE) * 10 : undefined;
  if (tenths === undefined) return { ...said, field: named };
  const rounded = params?.['reason'] === 'too-small' ? Math.ceil(tenths) : Math.floor(tenths);
  return { ...said, field: named, params: { ...params, limit: rounded / 10 } };
}
