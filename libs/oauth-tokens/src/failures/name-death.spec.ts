import { nameDeath } from './name-death.js';
import { underSkew } from './under-skew.js';

const refusedAt = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number): Date => new Date(refusedAt.getTime() - days * 86_400_000);

describe('nameDeath', () => {
  it.each([
    ['google', 'invalid_grant', 6.4, 0.1, 'invalid_grant'],
    ['google', 'invalid_grant', 6.5, 0.1, 'google-testing-seven-days'],
    ['google', 'invalid_grant', 7, 7, 'google-testing-seven-days'],
    ['google', 'invalid_grant', 7.5, 0.1, 'google-testing-seven-days'],
    ['google', 'invalid_grant', 7.6, 0.1, 'invalid_grant'],
    ['google', 'invalid_rapt', 7, 0.1, 'invalid_rapt'],
    ['google', 'invalid_grant', 400, 179, 'invalid_grant'],
    ['google', 'invalid_grant', 400, 180, 'google-six-months-unused'],
    ['microsoft', 'invalid_grant', 7, 0.1, 'invalid_grant'],
    ['microsoft', 'AADSTS70008', 400, 90, 'microsoft-ninety-days-unused'],
    ['microsoft', 'AADSTS50173', 400, 90, 'AADSTS50173'],
    ['standard', 'invalid_grant', 7, 200, 'invalid_grant'],
  ] as const)('%s: %s after %d days, unused for %d: %s', (provider, code, age, idle, named) => {
    const dates = { provider, connectedAt: daysAgo(age), lastUsedAt: daysAgo(idle), refusedAt };
    expect(nameDeath(code, dates)).toBe(named);
  });
});

describe('underSkew', () => {
  const plain = { class: 'reconnect', code: 'invalid_grant', certain: false } as const;
  const listed = { class: 'reconnect', code: 'AADSTS50173', certain: true } as const;

  it.each([
    ['a plain refusal by a provider with our time', plain, 1_000, plain],
    ['one by a provider that tells no time', plain, undefined, plain],
    ['a listed code', listed, 600_000, listed],
    ['a plain refusal by a provider with another time', plain, -600_000, 'clock-differs'],
  ])('believes %s as far as it can', (_, failure, skew, expected) => {
    const told =
      typeof expected === 'string' ? { class: 'retry-later', code: expected, certain: true } : expected;
    expect(underSkew(failure, skew)).toEqual(told);
  });
});
