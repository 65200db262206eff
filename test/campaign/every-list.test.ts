// The same with an app that may read everything: the upkeep of thirty lists goes on beside the reports.
import { type Campaign, expectSeed, openCampaign, SEEDS } from './campaign';
import type { TEMPERS } from './tempers';

jest.setTimeout(600_000);

let campaign: Campaign;
beforeAll(async () => {
  campaign = await openCampaign('every list');
});
afterAll(() => campaign.scene.office.stop());

const KINDS: readonly (keyof typeof TEMPERS)[] = ['first load', 'refresh', 'two editors', 'bad weather'];

test.each(KINDS.flatMap((kind) => SEEDS.slice(0, 3).map((seed) => [kind, seed] as const)))(
  '%s with every list comes to the store and tabs of an undisturbed one: seed %i',
  (kind, seed) => expectSeed(campaign, kind, seed),
);
