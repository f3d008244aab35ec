import { newDeliveryId } from './delivery-id.js';

describe('newDeliveryId', () => {
  it('is a UUID of version 7 that sorts by time, then by turn', () => {
    const ids = [0, 1, 2]
      .flatMap((ms) => [0, 1, 99].map((turn) => [new Date(1_790_000_000_000 + ms), turn] as const))
      .map(([at, turn]) => newDeliveryId(at, turn));
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
