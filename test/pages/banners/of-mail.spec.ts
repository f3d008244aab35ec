import { accountJourneys } from './account-journeys.js';
import { BannerDesk } from './banner-desk.js';
import { serverJourneys } from './server-journeys.js';

let desk: BannerDesk;
beforeAll(async () => (desk = await BannerDesk.open()), 120_000);
afterEach(() => desk.tidy());
afterAll(() => desk?.close());

for (const [kind, { until, go }] of Object.entries({ ...accountJourneys, ...serverJourneys }))
  it(`${kind}: until ${until}`, () => go(desk), 60_000);

it('keep to the policy of their host', () => {
  expect(desk.ada.complaints).toEqual([]);
});
