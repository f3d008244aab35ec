import { areParameters, linesOf, parametersOf } from './parameter-lines.js';

it('reads what it writes', () => {
  const parameters = { audience: 'mail', claims: '{"a":"b=c"}', empty: '' };
  expect(parametersOf(linesOf(parameters))).toEqual(parameters);
  expect(parametersOf(' hd = example.com \n\n nothing \n')).toEqual({ hd: 'example.com' });
});

it.each([
  ['', true],
  ['a=b\n\nc-d.e=', true],
  ['a b=c', false],
  ['nothing', false],
])('%j is a list of parameters: %s', (lines, fine) => {
  expect(areParameters(lines)).toBe(fine);
});
