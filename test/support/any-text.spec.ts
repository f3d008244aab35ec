import fc from 'fast-check';
import { anyText } from './any-text.js';

it('is any text, what other programs trip over among it', () => {
  const texts = fc.sample(anyText({ maxLength: 20 }), { numRuns: 3_000, seed: 7 });
  const characters = new Set(texts.flatMap((text) => Array.from(text)));
  const between = (from: number, to: number) =>
    [...characters].some((one) => (one.codePointAt(0) ?? 0) >= from && (one.codePointAt(0) ?? 0) <= to);
  expect([between(0, 0), between(0x21, 0x7e), between(0xe0_00, 0xff_ff)]).toEqual([true, true, true]);
  expect([between(0x1_00_00, 0x10_ff_fe), between(0x10_ff_ff, 0x10_ff_ff)]).toEqual([true, true]);
  expect(between(0xd8_00, 0xdf_ff)).toBe(false);
  expect(texts.some((text) => text in {})).toBe(true);
});

it('shrinks to the simplest text that is still wrong', () => {
  const wrong = fc.check(
    fc.property(anyText(), (text) => !/[^\0]/u.test(text)),
    { seed: 7 },
  );
  expect(wrong.counterexample).toEqual(['\u0001']);
});
