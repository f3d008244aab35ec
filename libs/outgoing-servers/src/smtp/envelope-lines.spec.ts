import { envelopeLines } from './envelope-lines.js';
import { extensionsIn } from './extensions.js';

const FROM_TO = { from: 'a@x.example', to: ['b@x.example', 'c@x.example'] };
const NOTICE = { notify: ['failure', 'delay'], returns: 'headers', envelopeId: 'id+1=x' } as const;

it('says what every server understands', () => {
  expect(envelopeLines({ ...FROM_TO, notice: NOTICE }, 100, extensionsIn([]))).toEqual([
    'MAIL FROM:<a@x.example>',
    'RCPT TO:<b@x.example>',
    'RCPT TO:<c@x.example>',
    'DATA',
  ]);
});

it('uses what the server can do', () => {
  const extensions = extensionsIn(['SIZE 1000', 'DSN', 'SMTPUTF8']);
  expect(
    envelopeLines({ from: 'ä@x.example', to: ['b@x.example'], notice: NOTICE }, 100, extensions),
  ).toEqual([
    'MAIL FROM:<ä@x.example> SIZE=100 SMTPUTF8 RET=HDRS ENVID=id+2B1+3Dx',
    'RCPT TO:<b@x.example> NOTIFY=FAILURE,DELAY',
    'DATA',
  ]);
});

it('asks for no notice at all where that is wished', () => {
  const notice = { ...NOTICE, notify: 'never', returns: 'full' } as const;
  const lines = envelopeLines({ ...FROM_TO, notice }, 1, extensionsIn(['DSN']));
  expect(lines.slice(0, 2)).toEqual([
    'MAIL FROM:<a@x.example> RET=FULL ENVID=id+2B1+3Dx',
    'RCPT TO:<b@x.example> NOTIFY=NEVER',
  ]);
});

it.each([
  [['SIZE', 'AUTH=PLAIN', 'AUTH LOGIN xoauth2'], null, ['PLAIN', 'LOGIN', 'XOAUTH2']],
  [['size 35882577', 'PIPELINING'], 35_882_577, []],
  [['SIZE 0'], null, []],
])('reads %j', (lines, size, mechanisms) => {
  expect(extensionsIn(lines)).toMatchObject({ size, mechanisms });
});
