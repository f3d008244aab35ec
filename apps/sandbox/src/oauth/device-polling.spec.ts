import { DevicePolling } from './device-polling.js';

it('finds a question too early within the interval, which grows by five seconds each time', () => {
  const polling = new DevicePolling(() => 5);
  const at = [0, 5000, 9999, 19_998, 34_998, 49_998];
  expect(at.map((now) => polling.isTooEarly('code', now))).toEqual([false, false, true, true, false, false]);
  expect(polling.isTooEarly('other', 50_000)).toBe(false);
});

it('finds nobody too early when the device was told no interval', () => {
  const polling = new DevicePolling(() => 0);
  expect([0, 0, 1].map((now) => polling.isTooEarly('code', now))).toEqual([false, false, false]);
});
