import { shareOfHands } from './share-of-hands.js';

const INSTANCES = ['a', 'b', 'c'];
const sharesOf = (connections: number, serverId: string) =>
  INSTANCES.map((me) => shareOfHands(connections, serverId, INSTANCES, me));

it.each([1, 2, 3, 4, 5, 10])('deals out %d connections, each once', (connections) => {
  for (const server of ['one', 'two', 'three', 'four']) {
    const shares = sharesOf(connections, server);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(connections);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }
});

it('favours another instance at another server', () => {
  const servers = Array.from({ length: 40 }, (_, number) => `server ${number}`);
  const favoured = servers.map((server) => sharesOf(1, server).indexOf(1));
  expect(new Set(favoured)).toEqual(new Set([0, 1, 2]));
});

it('gives all of them to an instance that is alone, and none to one that is not there', () => {
  expect(shareOfHands(5, 'one', ['a'], 'a')).toBe(5);
  expect(shareOfHands(5, 'one', ['a'], 'b')).toBe(0);
});
