const LONGEST = 200;

/**
 * The name of an attachment, safe to show and to save: no path, no control or direction characters (which make
 * `exe.fdp` read `pdf.exe`), at most 200 characters with its ending kept. Empty when it has none.
 */
export function fileName(name: string | undefined): string {
  const visible = decoded(name ?? '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .replace(/^'(.+)'$/, '$1');
  const base = /^([a-z]:)?[\\/]|\.\.[\\/]/i.test(visible) ? visible.replace(/^.*[\\/]/, '') : visible;
  const flat = base.replaceAll(/[\\/]/g, '_').replace(/^\.+$/, '');
  if (flat.length <= LONGEST) return flat;
  const ending = /\.[^.]{1,16}$/.exec(flat)?.[0] ?? '';
  return flat.slice(0, LONGEST - ending.length) + ending;
}

/** The value of `filename*` where its star was lost (RFC 2231 section 4). */
function decoded(name: string): string {
  if (!/^utf-?8'[\w-]{0,10}'/i.test(name)) return name;
  try {
    return decodeURIComponent(name.replace(/^[^']*'[^']*'/, ''));
  } catch {
    return name;
  }
}
