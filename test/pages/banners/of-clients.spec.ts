import { bannerKinds } from '../../../libs/notifications/src/banners/banner.js';
import { connectToken } from '../../support/connect.js';
import { BannerDesk } from './banner-desk.js';
import { clientJourneys } from './client-journeys.js';
import { journeys } from './journeys.js';
import { personalJourney } from './personal-journey.js';
import { tokenJourneys } from './token-journeys.js';

let desk: BannerDesk;
beforeAll(async () => (desk = await BannerDesk.open()), 120_000);
afterEach(() => desk.tidy());
afterAll(() => desk?.close());

it('every kind has a journey', () => {
  expect(Object.keys(journeys).toSorted()).toEqual(bannerKinds.toSorted());
});

it('an expired secret is one banner, whatever it does to the mailboxes of its client', async () => {
  const { clientId, tokenId } = await connectToken(desk.mailroom, desk.sandbox, desk.person(), 'microsoft');
  const { body } = await desk.api('GET', `clients/${clientId}`);
  const secret = `clients/${clientId}/secrets/${body.secrets[0].id}`;
  desk.faults.tokenEndpoint({ answer: 'aadsts', code: 7000222 });
  await desk.api('PATCH', secret, { expiresAt: desk.inDays(-1).toISOString() });
  await desk.api('POST', `tokens/${tokenId}/refresh`);
  await desk.banner('has expired on').waitFor();
  const { items } = (await desk.api('GET', 'banners')).body;
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['secret-expired']);
  desk.faults.clear();
  await desk.api('PATCH', secret, { expiresAt: null });
  await desk.api('POST', `tokens/${tokenId}/refresh`);
  await desk.banner('has expired on').waitFor({ state: 'detached' });
}, 60_000);

for (const [kind, { until, go }] of Object.entries({
  ...personalJourney,
  ...tokenJourneys,
  ...clientJourneys,
}))
  it(`${kind}: until ${until}`, () => go(desk), 60_000);

it('keep to the policy of their host', () => {
  expect(desk.ada.complaints).toEqual([]);
});
