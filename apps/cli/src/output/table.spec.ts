import { table } from './table.js';

it('lines columns up and leaves no blanks behind', () => {
  expect(
    table(
      ['Name', 'State'],
      [
        ['Support', 'live'],
        ['B', null],
      ],
    ),
  ).toBe('Name     State\nSupport  live\nB        ');
});

it('lets nothing steer the terminal', () => {
  expect(table(['Name'], [['\u001b[2Jgone\nnext\u009b31m']])).toBe('Name\n [2Jgone next 31m');
});

it('shows headings where there is nothing', () => {
  expect(table(['Name', 'State'], [])).toBe('Name  State');
});
