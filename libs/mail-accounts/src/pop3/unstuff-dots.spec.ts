import fc from 'fast-check';
import { DotUnstuffer } from './unstuff-dots.js';

/** As RFC 1939 section 3 has it sent, written the slow way. */
function stuffed(mail: string): string {
  return mail
    .split('\r\n')
    .map((line) => (line.startsWith('.') ? `.${line}` : line))
    .join('\r\n');
}

function wire(mail: string): Buffer {
  return Buffer.from(`${stuffed(mail)}${mail === '' || mail.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}

function taken(bytes: Buffer, cuts: readonly number[]): { mail: Buffer; rest: Buffer; ended: boolean } {
  const unstuffer = new DotUnstuffer();
  const sent: Buffer[] = [];
  const edges = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted(
    (one, other) => one - other,
  );
  let from = 0;
  for (const edge of [...edges, bytes.length]) {
    const answer = unstuffer.take(bytes.subarray(from, edge));
    sent.push(...answer.sent);
    from = edge;
    if (unstuffer.ended)
      return {
        mail: Buffer.concat(sent),
        rest: Buffer.concat([answer.rest, bytes.subarray(edge)]),
        ended: true,
      };
  }
  return { mail: Buffer.concat(sent), rest: Buffer.alloc(0), ended: false };
}

const anyText = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('\r', '\n', '.', '\r\n', '\r\n.', '\r\n.\r', '.\n') },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)) },
  ),
  maxLength: 120,
});

describe('dots on the wire', () => {
  it.each([
    ['nothing', '', ''],
    ['a line', 'one\r\n', 'one\r\n'],
    ['a dot', '.\r\n', '.\r\n'],
    ['dots in front', '.one\r\n..two\r\n', '.one\r\n..two\r\n'],
    ['no line end', 'one', 'one\r\n'],
    ['a lone LF and a dot', 'one\n.\r\n.two\n.\n', 'one\n.\r\n.two\n.\n\r\n'],
    ['a lone CR and a dot', 'one\r.\r\n', 'one\r.\r\n'],
    ['many CRs', '\r\r\r\n.\r\r\n', '\r\r\r\n.\r\r\n'],
    ['8-bit bytes', '\u00e9\u00ff\u0000\r\n', '\u00e9\u00ff\u0000\r\n'],
  ])('come off: %s', (_what, mail, arrives) => {
    expect(taken(wire(mail), []).mail.toString('latin1')).toBe(arrives);
    const everywhere = Array.from({ length: 60 }, (_, at) => at);
    expect(taken(wire(mail), everywhere).mail.toString('latin1')).toBe(arrives);
  });

  it('come off the same, whatever the bytes and wherever they are cut; what follows stays', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(400)), anyText, (mail, cuts, next) => {
        const whole = mail === '' || mail.endsWith('\r\n') ? mail : `${mail}\r\n`;
        const {
          mail: arrived,
          rest,
          ended,
        } = taken(Buffer.concat([wire(mail), Buffer.from(next, 'latin1')]), cuts);
        expect([arrived.toString('latin1'), rest.toString('latin1'), ended]).toEqual([whole, next, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('do not end an answer that is not over', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(400)), (mail, cuts) => {
        const unfinished = wire(mail).subarray(0, -1);
        expect(taken(unfinished, cuts).ended).toBe(false);
      }),
    );
  });
});
