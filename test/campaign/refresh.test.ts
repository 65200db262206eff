import { type Campaign, expectSeed, openCampaign, SEEDS } from './campaign';

jest.setTimeout(600_000);

let campaign: Campaign;
beforeAll(async () => {
  campaign = await openCampaign();
});
afterAll(() => campaign.scene.office.stop());

test.each(SEEDS)(
  'a refresh comes to the store and tabs of an undisturbed one, whatever befalls it: seed %i',
  (seed) => expectSeed(campaign, 'refresh', seed),
);

test.each(SEEDS.slice(0, 20))(
  'so does one on which TikTok alone has bad days, and no token is lost: seed %i',
  (seed) => expectSeed(campaign, 'bad weather', seed),
);
