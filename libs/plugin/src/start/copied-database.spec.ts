import { isCopy } from './copied-database.js';

describe('isCopy', () => {
  it.each([
    ['https://desk.example/mailroom', 'https://desk.example/mailroom', false],
    ['https://desk.example/mailroom', 'https://staging.example/mailroom', true],
    ['https://desk.example/mailroom', 'http://localhost:3000/mailroom', true],
    ['http://localhost:3000/mailroom', 'http://localhost:3100/mailroom', false],
    ['http://localhost:3000/mailroom', 'https://desk.example/mailroom', false],
  ])('a database of %s at %s: %s', (home, here, copy) => {
    expect(isCopy({ public_url: home, moving_to: null }, here)).toBe(copy);
  });

  it.each([
    ['https://new.example/mailroom', false],
    ['https://desk.example/mailroom', false],
    ['https://staging.example/mailroom', true],
    ['http://localhost:3000/mailroom', true],
  ])('one that moves to new.example, found at %s: %s', (here, copy) => {
    const home = { public_url: 'https://desk.example/mailroom', moving_to: 'https://new.example/mailroom' };
    expect(isCopy(home, here)).toBe(copy);
  });
});
