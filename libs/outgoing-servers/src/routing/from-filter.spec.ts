import { fitOf, normalFromFilter, type Fit } from './from-filter.js';

describe('normalFromFilter', () => {
  it.each([
    ['', ''],
    [' , ', ''],
    ['A@B.Example', 'A@b.example'],
    ['a@b.example,a@b.example', 'a@b.example'],
    ['@B.Example', 'b.example'],
    ['*@B.Example', 'b.example'],
    ['*.B.Example', '*.b.example'],
    ['support-*@B.Example', 'support-*@b.example'],
    ['*@*.b.example', '*.b.example'],
    ['info@*.b.example', 'info@*.b.example'],
    ['münchen.example , a@b.example', 'xn--mnchen-3ya.example, a@b.example'],
    ['*.münchen.example', '*.xn--mnchen-3ya.example'],
  ])('%j becomes %j', (given, normal) => {
    expect(normalFromFilter(given)).toBe(normal);
  });

  it.each(['a@', '@', '*', '*.', 'a b.example', 'a@b.example; c@d.example', 'b.*.example', 'a@b*.example'])(
    'refuses %j',
    (given) => {
      expect(() => normalFromFilter(given)).toThrow(
        expect.objectContaining({ code: 'from-filter-invalid', field: 'fromFilter' }),
      );
    },
  );
});

it.each<[string, string, Fit]>([
  ['b.example, a@b.example', 'A@B.example', 'address'],
  ['b.example, a*@b.example', 'a@b.example', 'pattern'],
  ['b.example', 'a@b.example', 'domain'],
  ['*.b.example', 'a@b.example', null],
  ['*.b.example', 'a@x.b.example', 'domain'],
  ['*.b.example', 'a@xb.example', null],
  ['support-*@b.example', 'Support-DE@b.example', 'pattern'],
  ['support-*@b.example', 'support@b.example', null],
  ['a*b*c@b.example', 'aXbYc@b.example', 'pattern'],
  ['a*bc*c@b.example', 'abc@b.example', null],
  ['*-bot@*.b.example', 'mail-bot@x.b.example', 'pattern'],
  ['*-bot@*.b.example', 'mail-bot@b.example', null],
  ['münchen.example', 'x@münchen.example', null],
  ['xn--mnchen-3ya.example', 'x@MÜNCHEN.example', 'domain'],
  ['用户@b.example', '用户@b.example', 'address'],
  ['', 'a@b.example', 'anybody'],
  ['c.example', 'a@b.example', null],
])('%j fits %j: %j', (filter, address, fit) => {
  expect(fitOf(filter, address)).toBe(fit);
});
