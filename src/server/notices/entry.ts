import type { Notices } from '../core/ports';
import { alertLetter } from './alert-mail';
import { tableLetter } from './table-mail';

/** What mails about reports say: the entry of a bundle of its own, since few runs send any. */
export const notices: Notices = { alert: alertLetter, table: tableLetter };
