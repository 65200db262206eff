import { READY } from '.';

/** All of them as a text, which the build moves out of the code: only the page's list reads it. */
export const READY_TEXT = JSON.stringify(READY);
