import { Edition } from './edition.js';

const edition = new Edition({ name: true, trust: true, password: true });
const thing = { id: '1', name: 'Support', trust: { kind: 'pin', sha256: 'ab' }, failures: 0 };

it('is a strong tag', () => {
  expect(edition.tag(thing)).toMatch(/^"[\w-]{22}"$/);
});

it.each([
  ['health', { ...thing, failures: 7 }],
  ['the order of fields', { failures: 0, trust: thing.trust, name: 'Support', id: '1' }],
  ['the order within a field', { ...thing, trust: { sha256: 'ab', kind: 'pin' } }],
  ['nothing where nothing was said', { ...thing, password: undefined }],
])('stays the same for %s', (_, other) => {
  expect(edition.tag(other)).toBe(edition.tag(thing));
});

it.each([
  ['a field', { ...thing, name: 'support' }],
  ['something within a field', { ...thing, trust: { kind: 'pin', sha256: 'ac' } }],
])('is another for %s', (_, other) => {
  expect(edition.tag(other)).not.toBe(edition.tag(thing));
});

it('tells the order of a list', () => {
  expect(edition.tag({ name: ['a', 'b'] })).not.toBe(edition.tag({ name: ['b', 'a'] }));
});
