import { type Transmission } from '../smtp/transmission.js';
import { parseReply } from '../smtp/reply.js';
import { settle } from './settlement.js';

const NOBODY = { accepted: [], refused: [], unanswered: 0 };
const OK = parseReply('250 2.0.0 queued as 1');
const down = (address: string, reply: string) => ({ address, reply: parseReply(reply) });

function taken(turnedDown: ReturnType<typeof down>[] = []): Transmission {
  return { kind: 'taken', reply: OK, accepted: ['a@x.example'], turnedDown };
}

it('is sent when the server took it', () => {
  expect(settle(taken(), NOBODY)).toEqual({
    status: 'sent',
    accepted: ['a@x.example'],
    refused: [],
    deferred: [],
    unanswered: 0,
    receipt: '250 2.0.0 queued as 1',
    problem: null,
    serverTrouble: false,
  });
});

it('is sent with a word about recipients who were refused for good', () => {
  const settlement = settle(taken([down('b@x.example', '550 5.1.1 unknown')]), NOBODY);
  expect(settlement).toMatchObject({
    status: 'sent',
    refused: [{ address: 'b@x.example', reply: '550 5.1.1 unknown' }],
    problem: { code: 'recipients-refused', params: { count: 1, status: 550, enhanced: '5.1.1' } },
  });
});

it('waits for the recipients who were put off, and for nobody else', () => {
  const settlement = settle(taken([down('b@x.example', '450 later'), down('c@x.example', '550 no')]), NOBODY);
  expect(settlement).toMatchObject({
    status: 'delayed',
    accepted: ['a@x.example'],
    refused: [{ address: 'c@x.example' }],
    deferred: [{ address: 'b@x.example', reply: '450 later' }],
    problem: { code: 'recipients-delayed' },
  });
});

describe('more recipients than a server takes at once', () => {
  it.each(['452 4.5.3 too many', '452 too many', '550 5.5.3 too many', '552 5.5.3 too many', '552 too many'])(
    'are still to come after %j',
    (reply) => {
      const settlement = settle(
        taken([down('b@x.example', reply), down('c@x.example', '550 5.1.1 no')]),
        NOBODY,
      );
      expect(settlement).toMatchObject({
        status: 'delayed',
        accepted: ['a@x.example'],
        refused: [{ address: 'c@x.example' }],
        deferred: [],
        problem: { code: 'server-paced', disposition: 'retry-later' },
        serverTrouble: false,
      });
    },
  );

  it('wait with those who were put off', () => {
    const settlement = settle(
      taken([down('b@x.example', '550 5.5.3 many'), down('c@x.example', '450 no')]),
      NOBODY,
    );
    expect(settlement).toMatchObject({
      status: 'delayed',
      refused: [],
      deferred: [{ address: 'c@x.example' }],
      problem: { code: 'recipients-delayed' },
    });
  });

  it.each([
    ['552 5.2.2 full', 'sent'],
    ['452 4.2.2 full', 'delayed'],
  ])('are none of those who are full: %j', (reply, status) => {
    const settlement = settle(taken([down('b@x.example', reply)]), NOBODY);
    expect(settlement).toMatchObject({ status, problem: { code: expect.stringContaining('recipients-') } });
  });

  it('are still to come where the mail was put off behind those who were taken', () => {
    const outcome = (reply: string): Transmission => ({
      kind: 'refused',
      moment: 'data',
      reply: parseReply(reply),
      turnedDown: [down('b@x.example', '550 5.5.3 too many')],
    });
    expect(settle(outcome('451 later'), NOBODY)).toMatchObject({ status: 'delayed', refused: [] });
    expect(settle(outcome('554 5.6.0 no'), NOBODY)).toMatchObject({ status: 'failed', refused: [{}] });
  });

  it('are refused like anybody where the server takes nobody', () => {
    const outcome: Transmission = {
      kind: 'refused',
      moment: 'recipients',
      reply: parseReply('550 5.5.3 too many'),
      turnedDown: [down('b@x.example', '550 5.5.3 too many')],
    };
    expect(settle(outcome, NOBODY)).toMatchObject({
      status: 'failed',
      problem: { code: 'recipients-refused' },
    });
  });
});

it.each([
  ['550 5.7.60 no', 'failed', 'sender-not-allowed', false],
  ['451 later', 'delayed', 'mail-delayed', false],
  ['421 busy', 'delayed', 'server-busy', true],
  ['432 4.3.2 too many', 'delayed', 'server-busy', true],
  ['454 4.7.0 not now', 'delayed', 'server-busy', true],
  ['530 5.7.57 who are you', 'delayed', 'sign-in-refused', true],
  ['550 5.4.5 enough', 'delayed', 'sending-limit-reached', true],
])('after %j to the sender it is %s', (reply, status, code, serverTrouble) => {
  const outcome: Transmission = {
    kind: 'refused',
    moment: 'sender',
    reply: parseReply(reply),
    turnedDown: [],
  };
  expect(settle(outcome, NOBODY)).toMatchObject({ status, problem: { code }, serverTrouble, receipt: reply });
});

it('fails when every recipient is refused for good, waits while one is not', () => {
  const reply = parseReply('550 5.1.1 no');
  const gone = down('a@x.example', '550 5.1.1 no');
  const refused = (turnedDown: ReturnType<typeof down>[]): Transmission => ({
    kind: 'refused',
    moment: 'recipients',
    reply,
    turnedDown,
  });
  expect(settle(refused([gone]), NOBODY)).toMatchObject({
    status: 'failed',
    problem: { code: 'recipients-refused' },
  });
  expect(settle(refused([gone, down('b@x.example', '450 later')]), NOBODY)).toMatchObject({
    status: 'delayed',
    refused: [{ address: 'a@x.example' }],
  });
});

it('stays sent when some have it and the rest is refused for good later', () => {
  const before = { ...NOBODY, accepted: ['a@x.example'] };
  const outcome: Transmission = {
    kind: 'refused',
    moment: 'recipients',
    reply: parseReply('550 no'),
    turnedDown: [down('b@x.example', '550 no')],
  };
  expect(settle(outcome, before)).toMatchObject({ status: 'sent', accepted: ['a@x.example'] });
});

it('tries again what was lost on the way', () => {
  const lost: Transmission = { kind: 'lost', uncertain: false, cause: new Error('gone') };
  expect(settle(lost, NOBODY)).toMatchObject({
    status: 'delayed',
    problem: { code: 'server-connection-lost', disposition: 'retry-later' },
    unanswered: 0,
  });
});

it('tries again what may have arrived, twice, and then asks a person', () => {
  const lost: Transmission = { kind: 'lost', uncertain: true, cause: new Error('gone') };
  const again = (unanswered: number) => settle(lost, { ...NOBODY, unanswered });
  const uncertain = { code: 'delivery-uncertain', disposition: 'retry-later' };
  expect(again(0)).toMatchObject({ status: 'delayed', unanswered: 1, problem: uncertain });
  expect(again(1)).toMatchObject({ status: 'delayed', unanswered: 2, problem: uncertain });
  expect(again(2)).toMatchObject({
    status: 'failed',
    unanswered: 3,
    problem: { code: 'delivery-uncertain', disposition: 'give-up' },
  });
});
