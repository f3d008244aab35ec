import type { ReportedRecipient } from '../../inbound-mail/inbound-mail.js';
import { addressesIn, addressField } from './address-field.js';

/** `<jane@in.acme> (expanded from <jane@acme>)` of Postfix and sendmail, `(generated from jane@acme)` of Exim. */
const ALIAS = /\((?:expanded|generated) from:?\s*<?([^\s<>()]{1,320})>?\s*\)/i;

/**
 * With the address that each recipient was written to, where a report says in words that it is another's alias and in
 * no field.
 */
export function withAliases(
  recipients: readonly ReportedRecipient[],
  lines: readonly string[],
): readonly ReportedRecipient[] {
  if (recipients.every(({ original }) => original !== null)) return recipients;
  const aliases = aliasesIn(lines);
  return aliases.size === 0
    ? recipients
    : recipients.map((one) => ({
        ...one,
        original: one.original ?? aliases.get(one.address.toLowerCase()) ?? null,
      }));
}

/** By the address in front of it, on the same line or on the one above. */
function aliasesIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const said = ALIAS.exec(line.slice(0, 1_000));
    const alias = addressField(said?.[1]);
    if (!said || !alias) continue;
    const address = addressesIn(line.slice(0, said.index)).at(-1) ?? addressesIn(lines[index - 1] ?? '')[0];
    if (address) aliases.set(address.toLowerCase(), alias);
  }
  return aliases;
}
