import { isSamePerson, type Person } from './same-person.js';

const person = (subject: string, objectId: string | null = null, tenantId: string | null = null): Person => ({
  subject,
  objectId,
  tenantId,
});

describe('isSamePerson', () => {
  it.each([
    ['the same sub', person('a'), person('a'), true],
    ['another sub', person('a'), person('b'), false],
    ['the same object under another app registration', person('a', 'o', 't'), person('b', 'o', 't'), true],
    ['another object that has the sub of the former', person('a', 'o', 't'), person('a', 'p', 't'), false],
    [
      'an object of the same number in another directory',
      person('a', 'o', 't'),
      person('a', 'o', 'u'),
      false,
    ],
    ['a token from before objects were kept', person('a'), person('a', 'o', 't'), true],
    ['somebody else, before objects were kept', person('a'), person('b', 'o', 't'), false],
    ['an object without a directory', person('a', 'o'), person('a', 'p', 't'), true],
  ])('%s', (_, one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
    expect(isSamePerson(other, one)).toBe(same);
  });
});
