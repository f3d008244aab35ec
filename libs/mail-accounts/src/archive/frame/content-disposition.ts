/** A download under the name that a stranger gave it, whatever is in that name (RFC 6266, RFC 8187). */
export function contentDisposition(filename: string): string {
  const name = filename.slice(0, 200);
  const plain = name.replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
