import assert from 'node:assert/strict';
import { type DataSource, type EntityManager } from 'typeorm';
import { inTime } from '@mailroom/kernel';
import { type InboundMail, type InboundMailHandler, type Outcome } from '@mailroom/mail-accounts';
import { anInboundMail } from '../an-inbound-mail.js';
import { type PortPromise } from './contract.js';

/** An intake on its database. */
export interface InboundMailSubject {
  readonly handler: InboundMailHandler;
  /** Where the host's tables are. */
  readonly dataSource: DataSource;
  /**
   * Everything that the handler writes, read through `manager`, in an order that stays and without numbers that a database
   * counts on (a rollback gives none of them back). Compared as a whole.
   */
  readonly stored: (manager: EntityManager) => Promise<unknown>;
}

/** Ends a transaction on purpose. */
class RolledBack extends Error {}

const TEN_SECONDS = 10_000;

/**
 * What an `InboundMailHandler` promises. `make` answers the same or a new subject each time; its tables may hold anything
 * that does not change meanwhile. A handler that refuses or ignores the letters of these checks keeps less than it could show:
 * give it ones that it stores, as `letters`.
 */
export function inboundMailContract(
  make: () => Promise<InboundMailSubject>,
  letters: () => Promise<readonly [InboundMail, InboundMail]> = twoLetters,
): readonly PortPromise[] {
  const promise = (says: string, check: (subject: InboundMailSubject) => Promise<void>): PortPromise => ({
    says,
    check: async () => check(await make()),
  });
  return [
    promise('answers each mail with an outcome that names something', async (subject) => {
      const [mail] = await letters();
      await rolledBack(subject, async (tx) => assertOutcome(await subject.handler.handle(mail, tx)));
    }),
    promise('leaves nothing when the transaction is rolled back', async (subject) => {
      const [mail] = await letters();
      const before = await now(subject);
      await rolledBack(subject, (tx) => subject.handler.handle(mail, tx));
      assert.deepEqual(await now(subject), before, 'something was written past tx');
    }),
    promise('shows nothing to others before the transaction commits', async (subject) => {
      const [mail] = await letters();
      const before = await now(subject);
      await rolledBack(subject, async (tx) => {
        await subject.handler.handle(mail, tx);
        assert.deepEqual(await now(subject), before, 'others see it already: it was written past tx');
      });
    }),
    promise(
      'takes a mail that is offered again after a rollback as if for the first time',
      async (subject) => {
        const [mail] = await letters();
        const first = await offered(subject, mail);
        const again = await offered(subject, mail);
        assert.deepEqual(again, first, 'the second offer came to something else: the first left a trace');
      },
    ),
    promise('takes a group as it takes each mail of it, answers in their order', async (subject) => {
      const { handler } = subject;
      if (!handler.handleMany) return;
      const mails = await letters();
      const one = await rolledBack(subject, async (tx) => {
        const outcomes: Outcome[] = [];
        for (const mail of mails) outcomes.push(await handler.handle(mail, tx));
        return { kinds: kindsOf(outcomes), stored: await subject.stored(tx) };
      });
      const many = await rolledBack(subject, async (tx) => {
        const outcomes = (await handler.handleMany?.(mails, tx)) ?? [];
        return { kinds: kindsOf(outcomes), stored: await subject.stored(tx) };
      });
      assert.deepEqual(many, one, 'handleMany does something else than handle');
      const none = await rolledBack(subject, async (tx) => (await handler.handleMany?.([], tx)) ?? []);
      assert.deepEqual(none, [], 'no mail, no outcome');
    }),
    promise('names each destination once, quickly', async ({ handler }) => {
      if (!handler.destinations) return;
      const places = await inTime(handler.destinations(), TEN_SECONDS, () =>
        assert.fail(`no answer within ${TEN_SECONDS} ms`),
      );
      assert.equal(new Set(places.map(({ id }) => id)).size, places.length, 'two destinations share an id');
      assert.ok(
        places.every(({ id, label }) => id !== '' && label.trim() !== ''),
        'a destination has no id or no label',
      );
    }),
    promise('hears of a commit as often as it is told', async ({ handler }) => {
      // Best effort: it may hear nothing, and after a crash of things that it has heard of.
      await handler.committed?.([]);
    }),
  ];
}

async function twoLetters(): Promise<readonly [InboundMail, InboundMail]> {
  return [
    await anInboundMail({ subject: 'The printer burns' }),
    await anInboundMail({ subject: 'A parcel', from: 'Bob <bob@elsewhere.test>' }),
  ];
}

function now({ dataSource, stored }: InboundMailSubject): Promise<unknown> {
  return stored(dataSource.manager);
}

function offered(subject: InboundMailSubject, mail: InboundMail): Promise<unknown> {
  return rolledBack(subject, async (tx) => {
    const { kind } = await subject.handler.handle(mail, tx);
    return { kind, stored: await subject.stored(tx) };
  });
}

/** Answers what `work` answers, in a transaction that leaves nothing. */
async function rolledBack<T>(
  { dataSource }: InboundMailSubject,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const answers: T[] = [];
  const ended = dataSource.transaction(async (tx) => {
    answers.push(await work(tx));
    throw new RolledBack();
  });
  await ended.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return answers[0] as T;
}

function assertOutcome(outcome: Outcome): void {
  const words = outcome.kind === 'stored' ? outcome.reference : outcome.reason;
  assert.ok(['stored', 'ignored', 'refused'].includes(outcome.kind), `no outcome: ${outcome.kind}`);
  assert.ok(typeof words === 'string' && words !== '', `"${outcome.kind}" without a reference or reason`);
}

function kindsOf(outcomes: readonly Outcome[]): string[] {
  outcomes.forEach(assertOutcome);
  return outcomes.map(({ kind }) => kind);
}
