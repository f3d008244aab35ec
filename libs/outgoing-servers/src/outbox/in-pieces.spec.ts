import { outgoingProblem, type OutgoingProblemCode } from '../outgoing-problems.js';
import { inPieces } from './in-pieces.js';
import { type Settlement } from './settlement.js';

const taken: Settlement = {
  status: 'sent',
  accepted: ['a'],
  refused: [],
  deferred: [],
  unanswered: 0,
  problem: null,
  receipt: '250 ok',
  serverTrouble: false,
};
const because = (code: OutgoingProblemCode) => outgoingProblem(code, { disposition: 'give-up' });

it.each<[string, Partial<Settlement>, string[], Settlement['status'], string | undefined]>([
  ['all of it taken', {}, [], 'sent', undefined],
  ['a piece taken', {}, ['b'], 'delayed', 'server-paced'],
  [
    'a piece taken but for some',
    { problem: because('recipients-refused') },
    ['b'],
    'delayed',
    'server-paced',
  ],
  [
    'a piece that nobody wanted',
    { status: 'failed', problem: because('recipients-refused') },
    ['b'],
    'delayed',
    'server-paced',
  ],
  [
    'the last piece that nobody wanted',
    { status: 'failed', problem: because('recipients-refused') },
    [],
    'failed',
    'recipients-refused',
  ],
  [
    'a piece that is put off',
    { status: 'delayed', problem: because('recipients-delayed') },
    ['b'],
    'delayed',
    'recipients-delayed',
  ],
  [
    'a mail that vanished thrice',
    { status: 'failed', problem: because('delivery-uncertain') },
    ['b'],
    'failed',
    'delivery-uncertain',
  ],
  [
    'a mail that is refused',
    { status: 'failed', problem: because('mail-refused') },
    ['b'],
    'failed',
    'mail-refused',
  ],
])('%s', (_, change, others, status, code) => {
  const outcome = inPieces({ ...taken, ...change }, others);
  expect([outcome.status, outcome.problem?.code]).toEqual([status, code]);
});

it('names those who do not get what others got before the server refused it', () => {
  const { status, refused } = inPieces({ ...taken, problem: because('mail-refused'), receipt: '554 no' }, [
    'b',
  ]);
  expect([status, refused]).toEqual(['sent', [{ address: 'b', reply: '554 no' }]]);
});
