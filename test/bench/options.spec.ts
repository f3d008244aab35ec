import { readOptions, readOptionsAndProfile } from './options.js';

const usual = { messages: 2000, rounds: 3 };

it('is as usual but for what is told', () => {
  expect(readOptions(usual, 1, ['--rounds', '5'])).toEqual({ messages: 2000, rounds: 5 });
});

it('has a profile written where that is wished', () => {
  expect(readOptionsAndProfile(usual, 1, [])).toEqual({ ...usual, execArgv: [] });
  const { execArgv } = readOptionsAndProfile(usual, 1, ['--profile', 'here']);
  expect(execArgv).toEqual(['--cpu-prof', '--cpu-prof-dir=here']);
});

it.each(['0', '2.5', 'none', ''])('does not begin with %j rounds', (rounds) => {
  const begin = () => readOptions(usual, 1, ['--rounds', rounds]);
  expect(begin).toThrow('--rounds wants a whole number of 1 or more');
});

it('does not begin with fewer than make sense, or with what it does not know', () => {
  expect(() => readOptions({ messages: 2000 }, 100, ['--messages', '99'])).toThrow('of 100 or more');
  expect(() => readOptions(usual, 1, ['--profile', 'here'])).toThrow('--profile');
});
