import { type Story, sampleStory } from '../../src/server/sample/story';
import { type StoryOptions, storyOf } from '../../src/server/sample/story-of';

/** Which story a simulator tells: the add-on's sample shop, or one of any size. */
export type StoryChoice = 'sample' | StoryOptions;

export const storyFrom = (choice: StoryChoice): Story =>
  choice === 'sample' ? sampleStory() : storyOf(choice);
