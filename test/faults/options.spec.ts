import { readOptions } from './options.js';

const choice = { kinds: ['cuts', 'kills'], breakages: ['early'] };

describe('readOptions', () => {
  it('runs everything with a seed of its own', () => {
    const { seed, ...rest } = readOptions([], choice);
    expect(Number.isSafeInteger(seed)).toBe(true);
    expect(rest).toEqual({ kinds: ['cuts', 'kills'], small: false, broken: null });
  });

  it('takes what is said', () => {
    const said = ['--seed', '7', '--only', 'kills,cuts', '--small', '--broken', 'early'];
    expect(readOptions(said, choice)).toEqual({
      seed: 7,
      kinds: ['kills', 'cuts'],
      small: true,
      broken: 'early',
    });
  });

  it.each([
    [['--seed', 'x'], /whole number/],
    [['--only', 'floods'], /--only knows cuts, kills, and not floods/],
    [['--broken', 'late'], /--broken knows early/],
  ])('refuses %j', (args, sentence) => {
    expect(() => readOptions(args, choice)).toThrow(sentence);
  });
});
