import { z } from 'zod';
import { inputFault, invalidInput } from './input-fault.js';

const settings = z.strictObject({
  name: z.string().min(1).max(5),
  code: z.string().min(3).optional(),
  port: z.int().min(1).max(9).optional(),
  kind: z.enum(['one', 'two']).optional(),
  list: z.array(z.number()).min(1).max(2).optional(),
  mail: z.email().optional(),
  link: z.url().optional(),
  at: z.iso.datetime().optional(),
  line: z.string().regex(/^.*$/, inputFault('not-one-line')).optional(),
  wait: z.union([z.literal(0), z.int().min(10)]).optional(),
  odd: z.string().regex(/^x$/).optional(),
});

const found = (value: object) => {
  const { field, params } = invalidInput(settings.safeParse({ name: 'a', ...value }).error?.issues ?? []);
  return [field, params];
};

it.each([
  [{ name: undefined }, ['name', { reason: 'missing' }]],
  [{ name: 7 }, ['name', { reason: 'wrong-form' }]],
  [{ name: '' }, ['name', { reason: 'empty', limit: 1 }]],
  [{ name: 'abcdef' }, ['name', { reason: 'too-long', limit: 5 }]],
  [{ code: 'a' }, ['code', { reason: 'too-short', limit: 3 }]],
  [{ port: 0 }, ['port', { reason: 'too-small', limit: 1 }]],
  [{ port: 10 }, ['port', { reason: 'too-large', limit: 9 }]],
  [{ port: 1.5 }, ['port', { reason: 'no-whole-number' }]],
  [{ port: '1' }, ['port', { reason: 'no-number' }]],
  [{ kind: 'three' }, ['kind', { reason: 'not-one-of', known: 'one, two' }]],
  [{ list: [] }, ['list', { reason: 'too-few', limit: 1 }]],
  [{ list: [1, 2, 3] }, ['list', { reason: 'too-many', limit: 2 }]],
  [{ list: ['a'] }, ['list.0', { reason: 'no-number' }]],
  [{ mail: 'a' }, ['mail', { reason: 'no-address' }]],
  [{ link: 'a' }, ['link', { reason: 'no-url' }]],
  [{ at: 'a' }, ['at', { reason: 'no-time' }]],
  [{ line: 'a\nb' }, ['line', { reason: 'not-one-line' }]],
  [{ wait: 5 }, ['wait', { reason: 'too-small', limit: 10 }]],
  [{ odd: 'y' }, ['odd', { reason: 'wrong-form' }]],
  [{ colour: 'red' }, [undefined, { reason: 'unknown-key', name: 'colour' }]],
])('names what is wrong with %j, in no language', (value, expected) => {
  expect(found(value)).toEqual(expected);
});
