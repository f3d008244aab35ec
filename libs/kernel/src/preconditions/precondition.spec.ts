import { Precondition } from './precondition.js';

const asked = (header: string | undefined) => () => Precondition.of(header).require('"b"');

it.each([undefined, '*', ' * ', '"b"', '"a", "b"', '"a","b" ,"c"'])('lets %s pass', (header) => {
  expect(asked(header)).not.toThrow();
});

it.each(['"a"', '"a", "c"', 'W/"b"', 'b', '', '"*"'])('refuses %s', (header) => {
  expect(asked(header)).toThrow('changed-meanwhile');
});
