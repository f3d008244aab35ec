import { bytesThatPass, cutPoints, type Said } from './cut-points.js';

const client = (line: string): Said => ({ from: 'client', line });
const server = (line: string): Said => ({ from: 'server', line });
const words = (dialogue: readonly Said[]) =>
  cutPoints(dialogue).map(({ from, nth, pass, inside }) => `${from} ${nth} ${inside ?? pass}`);

describe('cutPoints', () => {
  it('has every line of both sides', () => {
    expect(words([server('* OK ready'), client('1 NOOP'), server('1 OK')])).toEqual([
      'server 1 nothing',
      'server 1 half',
      'client 1 nothing',
      'client 1 half',
      'client 1 all',
      'server 2 nothing',
      'server 2 half',
    ]);
  });

  it('takes start, middle and end of a literal, by its bytes', () => {
    const body = ['Subject: a {9}', '', 'one', 'two', 'three'];
    const bytes = body.reduce((sum, line) => sum + line.length + 2, 0);
    const dialogue = [
      client('2 UID FETCH 1 (BODY.PEEK[])'),
      server(`* 1 FETCH (UID 1 BODY[] {${bytes}}`),
      ...body.map(server),
      server(')'),
      server('2 OK'),
    ];
    expect(words(dialogue).slice(3)).toEqual([
      'server 1 nothing',
      'server 1 half',
      'server 2 start',
      'server 4 middle',
      'server 6 end',
      'server 7 nothing',
      'server 7 half',
      'server 8 nothing',
      'server 8 half',
    ]);
  });

  it('takes the same of a mail that POP3 sends, and all of other answers', () => {
    const dialogue = [
      client('UIDL'),
      server('+OK'),
      server('1 a'),
      server('.'),
      client('RETR 1'),
      server('+OK 9 octets'),
      server('one'),
      server('two'),
      server('three'),
      server('.'),
    ];
    expect(words(dialogue)).toEqual([
      'client 1 nothing',
      'client 1 half',
      'client 1 all',
      'server 1 nothing',
      'server 1 half',
      'server 2 nothing',
      'server 2 half',
      'server 3 nothing',
      'server 3 half',
      'client 2 nothing',
      'client 2 half',
      'client 2 all',
      'server 4 nothing',
      'server 4 half',
      'server 5 start',
      'server 6 middle',
      'server 7 end',
      'server 8 nothing',
      'server 8 half',
    ]);
  });

  it.each([
    ['nothing', 0],
    ['half', 4],
    ['all', 8],
  ] as const)('lets %s of a line pass', (pass, bytes) => {
    expect(bytesThatPass({ pass }, '1 NOOP')).toBe(bytes);
  });
});
