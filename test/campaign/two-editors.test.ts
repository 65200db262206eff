import { type Campaign, expectSeed, openCampaign, SEEDS } from './campaign';

jest.setTimeout(600_000);

let campaign: Campaign;
beforeAll(async () => {
  campaign = await openCampaign();
});
afterAll(() => campaign.scene.office.stop());

test.each(SEEDS)(
  'two editors and their triggers at the same moment come to the store and tabs of one: seed %i',
  (seed) => expectSeed(campaign, 'two editors', seed),
);
