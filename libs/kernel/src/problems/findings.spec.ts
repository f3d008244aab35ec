import { z } from 'zod';
import { findingsOf } from './findings.js';
import { kernelProblem } from './kernel-problems.js';
import { typedForm } from './typed-form.js';

const schema = typedForm(
  z
    .strictObject({ name: z.string().min(1).max(5), tags: z.array(z.string().max(3)), port: z.int() })
    .partial(),
);
const taken = ({ name }: { name?: string | undefined }) => {
  if (name === 'taken') throw kernelProblem('setting-read-only', { field: 'name' });
};
const found = async (body: unknown) => {
  const { findings } = await findingsOf(schema['~standard'].validate(body).value, taken);
  return findings.map(({ field, code }) => `${field} ${code}`);
};

it.each([
  ['nothing, of an empty form', {}, []],
  [
    'every field that the schema refuses, once',
    { name: '', tags: ['a', 'long', 'longer'], port: 1.5 },
    ['name invalid-input', 'tags.1 invalid-input', 'tags.2 invalid-input', 'port invalid-input'],
  ],
  ['what a rule refuses', { name: 'taken' }, ['name setting-read-only']],
  [
    'both, of different fields',
    { name: 'taken', port: 'x' },
    ['name setting-read-only', 'port invalid-input'],
  ],
  ['what cannot be stored', { name: 'a\0b' }, ['name invalid-input']],
  ['a field that nobody knows', { colour: 'red' }, [' invalid-input']],
  ['no form at all', 7, [' invalid-input']],
])('says %s', async (_, body, expected) => {
  expect((await found(body)).toSorted()).toEqual([...expected].toSorted());
});

it('hands on what is no fault of a field', async () => {
  const failed = findingsOf({ faults: [], draft: {} }, () => {
    throw new Error('the database is gone');
  });
  await expect(failed).rejects.toThrow('the database is gone');
});
