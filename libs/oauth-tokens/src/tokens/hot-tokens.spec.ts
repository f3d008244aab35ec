import { type Clock, type Pokes } from '@mailroom/kernel';
import { HotTokens } from './hot-tokens.js';

const begun = Date.parse('2026-05-01T12:00:00Z');
const at = (seconds: number): Date => new Date(begun + seconds * 1000);
const life = { accessObtainedAt: at(-60), accessExpiresAt: at(3_540) };

let seconds: number;
let hints: Map<string, (id: string) => void>;
let hot: HotTokens<string>;

beforeEach(() => {
  seconds = 0;
  hints = new Map();
  const pokes = { on: (topic: string, listener: (id: string) => void) => hints.set(topic, listener) };
  hot = new HotTokens(pokes as unknown as Pokes, { now: () => at(seconds) } as Clock);
  hot.onModuleInit();
  hot.keep('t', 'token', life, at(0));
});

it.each([
  [0, 'token'],
  [2, 'token'],
  [2.001, undefined],
  [-1, undefined],
])('after %d seconds answers %s', (later, expected) => {
  seconds = later;
  expect(hot.find('t')).toBe(expected);
});

it.each(['token-settled', 'token-live', 'client-changed'])('forgets at the hint %s', (topic) => {
  hints.get(topic)?.('t');
  expect(hot.find('t')).toBeUndefined();
});

it('never answers one that is near its end, however fresh', () => {
  hot.keep('t', 'token', { ...life, accessExpiresAt: at(30) }, at(0));
  expect(hot.find('t')).toBeUndefined();
});

it('does not know others, nor what it was told to forget', () => {
  hot.forget('t');
  expect([hot.find('t'), hot.find('u')]).toEqual([undefined, undefined]);
});

it('does not grow without end', () => {
  for (let number = 0; number < 1_000; number += 1) hot.keep(`t${number}`, 'token', life, at(0));
  expect(hot.find('t')).toBeUndefined();
  expect(hot.find('t999')).toBe('token');
});
