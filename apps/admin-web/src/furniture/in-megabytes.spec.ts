import { inMegabytes } from './in-megabytes.js';

const form = { sizeLimitMb: 0, name: '' };

it.each([
  ['too-small', 1, 0.1],
  ['too-small', 10_485_760, 10],
  ['too-large', 1_073_741_824, 1_024],
  ['too-large', 1_100_000, 1],
])('says %s with a limit that can be typed', (reason, limit, megabytes) => {
  expect(inMegabytes(form, { field: 'sizeLimitBytes', params: { reason, limit } })).toEqual({
    field: 'sizeLimitMb',
    params: { reason, limit: megabytes },
  });
});

it('names the field where there is no limit to say', () => {
  const params = { reason: 'no-number' };
  expect(inMegabytes(form, { field: 'sizeLimitBytes', params })).toEqual({ field: 'sizeLimitMb', params });
});

it.each(['name', 'batchBytes'])('leaves what is said of %s', (field) => {
  const said = { field, params: { reason: 'too-large', limit: 5_000_000 } };
  expect(inMegabytes(form, said)).toBe(said);
});
