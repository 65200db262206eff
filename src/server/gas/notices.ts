import type { Notices } from '../core/ports';
import { late } from './late';

/** Mails about reports, which the build puts into Notices.html. */
export const notices: () => Notices = late('Notices');
