import { z } from 'zod';
import { InputPipe } from './input-pipe.js';

const schema = z.object({
  name: z.string().min(1),
  at: z.iso.datetime().optional(),
  extra: z.record(z.string(), z.string()).optional(),
});
const parse = (value: unknown) => new InputPipe().transform(value, { type: 'body', schema });

it('hands on what the schema makes of it', async () => {
  expect(await parse({ name: 'Support', at: '2026-01-01T00:00:00Z' })).toEqual({
    name: 'Support',
    at: '2026-01-01T00:00:00Z',
  });
});

it.each([
  ['name', { name: '' }],
  ['name', { name: 'a\0b' }],
  ['extra.prompt', { name: 'a', extra: { audience: 'b', prompt: '\0' } }],
])('names the field at fault: %s', async (field, value) => {
  await expect(parse(value)).rejects.toMatchObject({ code: 'invalid-input', field });
});
