import fc from 'fast-check';
import { RANGE_LIMITS } from './plan-ranges.js';
import { TurnPlan, type Step } from './turn-plan.js';

const MEGABYTE = 1_048_576;
const uidsUpTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

interface Case {
  readonly sizes?: ReadonlyMap<number, number>;
  readonly messages?: number;
  readonly bytes?: number;
}

/** A plan over a mailbox with these sizes, and what was weighed together until now. */
function planOf(uids: readonly number[], { sizes = new Map(), messages = 100, bytes = 1e9 }: Case = {}) {
  const weighed: number[] = [];
  const weigh = (stretch: readonly number[], sizeLimit: number) => {
    weighed.push(stretch.length);
    const known = stretch.flatMap((uid) => {
      const size = sizes.get(uid);
      return size === undefined ? [] : [[uid, size] as const];
    });
    const oversized = known
      .filter(([, size]) => size > sizeLimit)
      .map(([uid, size]) => ({
        uid,
        size,
        receivedAt: null,
        messageId: null,
        sender: null,
        subject: '',
      }));
    return Promise.resolve({ sizes: new Map(known), oversized });
  };
  const plan = new TurnPlan({ mailbox: { weigh }, uids, messages, bytes, sizeLimit: 10 * MEGABYTE });
  return { plan, weighed };
}

async function stepsOf(plan: TurnPlan): Promise<Step[]> {
  const steps: Step[] = [];
  for await (const step of plan.steps()) steps.push(step);
  return steps;
}

const uidsOf = (step: Step): readonly number[] =>
  'oversized' in step ? step.oversized.map(({ uid }) => uid) : step.uids;

it('plans nothing, and asks nothing, where nothing waits', async () => {
  const { plan, weighed } = planOf([]);
  expect([await stepsOf(plan), weighed, plan.left]).toEqual([[], [], 0]);
});

it('weighs as many as the first FETCH asks for, and more only when these are under way', async () => {
  const { plan, weighed } = planOf(uidsUpTo(1_300));
  const steps = plan.steps();
  expect(uidsOf((await steps.next()).value as Step)).toEqual(uidsUpTo(100));
  expect(weighed).toEqual([100]);
  await steps.next();
  expect(weighed).toEqual([100, 500]);
  while (!(await steps.next()).done);
  expect(weighed).toEqual([100, 500, 500, 200]);
});

it('weighs one by one what is fetched one by one', async () => {
  const { plan, weighed } = planOf(uidsUpTo(3), { messages: 1 });
  expect((await stepsOf(plan)).map(uidsOf)).toEqual([[1], [2], [3]]);
  expect(weighed).toEqual([1, 1, 1]);
});

it('tells of what is too large in its place, and fetches the others', async () => {
  const { plan } = planOf(uidsUpTo(102), {
    sizes: new Map([
      [2, 11 * MEGABYTE],
      [101, 12 * MEGABYTE],
    ]),
  });
  const steps = await stepsOf(plan);
  expect(steps.map((step) => ['oversized' in step, uidsOf(step).length])).toEqual([
    [true, 1],
    [false, 99],
    [true, 1],
    [false, 1],
  ]);
});

it('leaves for the next turn what would go beyond its bytes, but always takes something', async () => {
  const sizes = new Map(uidsUpTo(5).map((uid) => [uid, 9 * MEGABYTE]));
  const { plan } = planOf(uidsUpTo(5), { sizes, bytes: 20 * MEGABYTE });
  expect((await stepsOf(plan)).map(uidsOf)).toEqual([[1], [2]]);
  expect(plan.left).toBe(3);
  const { plan: narrow } = planOf(uidsUpTo(5), { sizes, bytes: 1 });
  expect((await stepsOf(narrow)).map(uidsOf)).toEqual([[1]]);
  expect(narrow.left).toBe(4);
});

it('plans, tells of or leaves each mail once, in order', async () => {
  const mailboxes = fc.record({
    weights: fc.array(fc.option(fc.nat({ max: 15 * MEGABYTE })), { maxLength: 1_400 }),
    messages: fc.constantFrom(1, RANGE_LIMITS.messages),
    bytes: fc.constantFrom(1, 30 * MEGABYTE, 1e12),
  });
  await fc.assert(
    fc.asyncProperty(mailboxes, async ({ weights, messages, bytes }) => {
      const uids = uidsUpTo(weights.length);
      const sizes = new Map(weights.flatMap((size, at) => (size === null ? [] : [[at + 1, size] as const])));
      const { plan } = planOf(uids, { sizes, messages, bytes });
      const steps = await stepsOf(plan);
      const told = steps.filter((step) => 'oversized' in step).flatMap(uidsOf);
      const fetched = steps.filter((step) => !('oversized' in step)).flatMap(uidsOf);
      expect(fetched).toEqual(fetched.toSorted((one, other) => one - other));
      expect(new Set([...told, ...fetched]).size + plan.left).toBe(uids.length);
      expect(told.length + fetched.length + plan.left).toBe(uids.length);
      expect(told.every((uid) => (sizes.get(uid) ?? 0) > 10 * MEGABYTE)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
