import { differing, mergedWith } from './differing.js';

const base = { name: 'Support', port: 993, folders: ['INBOX'], comment: '' };

it.each([
  ['nothing', {}, []],
  ['a text', { name: 'Desk' }, ['name']],
  ['what a list holds', { folders: ['INBOX', 'Junk'] }, ['folders']],
  ['the same in another list', { folders: ['INBOX'] }, []],
])('finds that %s differs', (_, other, found) => {
  expect(differing(base, { ...base, ...other })).toEqual(found);
});

it('keeps what was typed and takes what somebody else stored in the other fields', () => {
  const stored = { ...base, name: 'Theirs', port: 143 };
  const typed = { ...base, name: 'Mine', comment: 'Mine, too' };
  expect(mergedWith(base, stored, typed)).toEqual({
    name: 'Mine',
    port: 143,
    folders: ['INBOX'],
    comment: 'Mine, too',
  });
});
