/** The recipients in a line as mail programs have it: `"Doe, Jane" <jane@acme.test>, bob@acme.test`. */
export function splitRecipients(line: string): string[] {
  // A comma outside quotes: an even number of quotes follows.
  return line
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((recipient) => recipient.trim())
    .filter(Boolean);
}

/** The address alone, lower-cased. */
export function bareAddress(recipient: string): string {
  return (/<([^<>]+)>$/.exec(recipient)?.[1] ?? recipient).toLowerCase();
}
