import { fitOf, normalFromFilter } from './from-filter.js';

describe('normalFromFilter', () => {
  it.each([
    ['', ''],
    [' , ', ''],
    ['A@B.Example', 'A@b.example'],
    ['a@b.example,a@b.example', 'a@b.example'],
    ['@B.Example', 'b.example'],
    ['münchen.example , a@b.example', 'xn--mnchen-3ya.example, a@b.example'],
  ])('%j becomes %j', (given, normal) => {
    expect(normalFromFilter(given)).toBe(normal);
  });

  it.each(['a@', '@', 'a b.example', 'a@b.example; c@d.example', '*.example'])('refuses %j', (given) => {
    expect(() => normalFromFilter(given)).toThrow(
      expect.objectContaining({ code: 'from-filter-invalid', field: 'fromFilter' }),
    );
  });
});

it('prefers an address to its domain', () => {
  expect(fitOf('b.example, a@b.example', 'A@B.example')).toBe('address');
  expect(fitOf('b.example', 'a@b.example')).toBe('domain');
  expect(fitOf('', 'a@b.example')).toBe('anybody');
  expect(fitOf('c.example', 'a@b.example')).toBeNull();
});
