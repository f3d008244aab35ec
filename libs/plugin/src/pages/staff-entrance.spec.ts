import { StaffEntrance } from './staff-entrance.js';

describe('the entrance of staff', () => {
  it.each([
    ['/sign-in?next={returnTo}', '/sign-in?next=%2Fmailroom%2Ftokens%2F1%3Fa%3Db'],
    ['/sign-in', '/sign-in'],
    [undefined, undefined],
  ])('%s leads back', (path, expected) => {
    expect(new StaffEntrance(path).leadingTo('/mailroom/tokens/1?a=b')).toBe(expected);
  });
});
