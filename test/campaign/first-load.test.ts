import { type Campaign, expectSeed, openCampaign, SEEDS } from './campaign';

jest.setTimeout(600_000);

let campaign: Campaign;
beforeAll(async () => {
  campaign = await openCampaign();
});
afterAll(() => campaign.scene.office.stop());

test.each(SEEDS)(
  'a first load comes to the store and tabs of an undisturbed one, whatever befalls it: seed %i',
  (seed) => expectSeed(campaign, 'first load', seed),
);
