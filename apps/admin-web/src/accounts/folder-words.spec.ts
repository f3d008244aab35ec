import { depthOf, folderHint } from './folder-words.js';

const folder = {
  path: 'INBOX',
  name: 'INBOX',
  delimiter: '/',
  specialUse: null,
  selectable: true,
  messages: null,
  unseen: null,
};

it.each([
  ['INBOX', '/', 0],
  ['INBOX/Team/Sales', '/', 2],
  ['INBOX.Team', '.', 1],
  ['A.B', '/', 0],
  ['A.B', '', 0],
])('%s with %j lies %d deep', (path, delimiter, depth) => {
  expect(depthOf({ path, delimiter })).toBe(depth);
});

it.each([
  [{}, ''],
  [{ specialUse: '\\Junk', messages: 3, unseen: 1 }, 'Junk · 3 mails, 1 unread'],
  [{ messages: 1, unseen: 0 }, '1 mail'],
  [{ selectable: false }, 'only holds other folders'],
  [{ specialUse: '\\Unheard' }, ''],
])('%j is told as %j', (differs, said) => {
  expect(folderHint({ ...folder, ...differs })).toBe(said);
});
