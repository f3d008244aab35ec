import { publicUrlFault } from './public-url.js';

describe('publicUrlFault', () => {
  it.each([
    ['https://desk.example', null],
    ['https://desk.example:8443/backend/', null],
    ['http://localhost:3000', null],
    ['http://desk.example', 'needs-https'],
    ['http://127.0.0.1:3000', 'needs-https'],
    ['http://localhost.example', 'needs-https'],
    ['desk.example', 'no-url'],
    ['ftp://desk.example', 'no-url'],
    ['javascript:alert(1)', 'no-url'],
    ['', 'no-url'],
    ['https://ada:secret@desk.example', 'has-extras'],
    ['https://desk.example/?a=b', 'has-extras'],
    ['https://desk.example/#top', 'has-extras'],
  ])('%s: %s', (text, fault) => {
    expect(publicUrlFault(text)).toBe(fault);
  });
});
