const LOOKED_AT = 4_096;

/** The character set that an HTML document declares in its head, as browsers look for it; undefined when it says none. */
export function declaredInHtml(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, LOOKED_AT);
  const meta = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?([\w.:-]{2,40})/i.exec(head)?.[1];
  // What can be read as bytes is not in it, whatever it says.
  return meta !== undefined && /^utf-?(16|32)/i.test(meta) ? undefined : meta;
}
