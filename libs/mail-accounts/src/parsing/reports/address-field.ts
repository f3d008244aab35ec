/** An address as mail systems write it into reports. */
const ADDRESS =
  /("[^"\r\n]{1,64}"|[^\s<>()[\]:;,"@，。：；、（）]{1,128})@(\[[\d.a-fA-F:]{2,45}\]|[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,30})/u;

/** Nobody's address, as `jane@#acme.example`, is what a mail may have been sent to all the same. */
const ODD = /^[^\s<>()@;,]{1,128}@[^\s<>()@;,]{1,253}$/;

/**
 * The mailbox of a Final-Recipient or Original-Recipient field (RFC 3464 section 2.3): the address type goes, xtext
 * (RFC 3461 section 4) is decoded, brackets and comments are dropped. Null when there is no address in it.
 */
export function addressField(value: string | null | undefined): string | null {
  if (!value) return null;
  const bare = value.slice(0, 1_000).replace(/^\s*(rfc822|utf-?8|smtp|x-[\w-]+)\s*;\s*/i, '');
  const bracketed = decodeXtext(/<\s*([^<>]{3,320})\s*>/.exec(bare)?.[1] ?? bare);
  return trimmed((ADDRESS.exec(bracketed) ?? ODD.exec(bracketed))?.[0]);
}

/** Every address of a line, in order. */
export function addressesIn(line: string): string[] {
  const all = new RegExp(ADDRESS.source, 'gu');
  return (line.slice(0, 4_000).match(all) ?? []).flatMap((found) => trimmed(found) ?? []);
}

// "+40" is how xtext writes "@"; a plus tag before two digits stays what it is.
function decodeXtext(text: string): string {
  return text.includes('@')
    ? text
    : text.replaceAll(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function trimmed(address: string | undefined): string | null {
  const plain = address?.replace(/^['`.]+(?=[^.])/, '').replace(/[.'`>-]+$/, '');
  return plain !== undefined && /.@./.test(plain) ? plain : null;
}
