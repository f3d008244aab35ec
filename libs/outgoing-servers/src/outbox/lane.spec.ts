import { laneOf, questionOf } from './lane.js';

it.each([
  { from: 'jane@x.example', named: null, author: null, bulk: false },
  { from: 'jane@x.example', named: '0b0c7a52', author: null, bulk: false },
  { from: 'jane@x.example', named: null, author: 'staff-7', bulk: false },
  { from: 'news@x.example', named: null, author: null, bulk: true },
])('says what it was made of: %j', (question) => {
  expect(questionOf(laneOf(question))).toEqual(question);
});

it('is the same for every spelling of a sender, and reads what older mail brought along', () => {
  const plain = { from: 'Jane@X.example', named: null, author: null, bulk: false };
  expect(laneOf(plain)).toBe('["jane@x.example",null]');
});
