import fc, { type StringConstraints } from 'fast-check';

const SURROGATES = { from: 0xd8_00, count: 0x8_00 };
const LAST_CODE_POINT = 0x10_ff_ff;

/**
 * Text of any characters whatever. It is what `fc.string({ unit: 'binary' })` gives, value for value; that one first
 * writes down all 1.1 million characters, which takes five seconds and a hundred megabytes in every spec.
 */
export function anyText(constraints: Omit<StringConstraints, 'unit'> = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: character() });
}

// Surrogates are no characters. The way back is what fast-check tries `__proto__` and its like by.
function character(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: LAST_CODE_POINT - SURROGATES.count }).map(
    (at) => String.fromCodePoint(at < SURROGATES.from ? at : at + SURROGATES.count),
    (text) => place(text),
  );
}

function place(text: unknown): number {
  const at = typeof text === 'string' ? text.codePointAt(0) : undefined;
  if (at === undefined || text !== String.fromCodePoint(at)) throw new Error('Not one character.');
  return at < SURROGATES.from ? at : at - SURROGATES.count;
}
