const LONGEST = 200;
const MOST_LINES = 20_000;
const FIELD = /^(?:[!-9;-~]+[ \t]*:|\r?$)/;

/**
 * The boundary that a multipart uses and does not declare: what follows two dashes on a line that is not the mark of a
 * signature and has a field or an empty line below it. One that is used again, or closed, is believed before one that is not.
 * Reads `body` as far as 20,000 lines; null without any.
 */
export function findBoundary(body: string): string | null {
  const lines = body.split('\n', MOST_LINES);
  const dashed = lines.flatMap((line, index) => {
    const name = boundaryIn(line);
    return name === null ? [] : [{ name, index }];
  });
  const names = dashed.map(({ name }) => name);
  const begins = dashed.filter(({ index }) => FIELD.test(lines[index + 1] ?? '-'));
  const certain = begins.find(
    ({ name }) => names.includes(`${name}--`) || names.indexOf(name) !== names.lastIndexOf(name),
  );
  const [chosen] = [certain, begins.find(({ index }) => /^content-/i.test(lines[index + 1] ?? ''))].filter(
    (one) => one !== undefined,
  );
  return chosen?.name ?? null;
}

/** What boundaries are made of (RFC 2046 section 5.1.1), and what mailers add to that; no end of a comment, no markup. */
const LIKELY = /^[\w'()+,./:=?@#&%$*~^|[\]-][\w'()+,./:=?@#&%$*~^|[\] -]*$/;

function boundaryIn(line: string): string | null {
  const name = line.startsWith('--') ? line.slice(2).trimEnd() : '';
  return name.length <= LONGEST && LIKELY.test(name) && !/^-+$/.test(name) ? name : null;
}
