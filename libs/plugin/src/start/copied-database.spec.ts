import { isCopy } from './copied-database.js';

describe('isCopy', () => {
  it.each([
    ['https://desk.example/mailroom', 'https://desk.example/mailroom', false],
    ['https://desk.example/mailroom', 'https://staging.example/mailroom', true],
    ['https://desk.example/mailroom', 'http://localhost:3000/mailroom', true],
    ['http://localhost:3000/mailroom', 'http://localhost:3100/mailroom', false],
    ['http://localhost:3000/mailroom', 'https://desk.example/mailroom', false],
  ])('a database of %s at %s: %s', (home, here, copy) => {
    expect(isCopy(home, here)).toBe(copy);
  });
});
