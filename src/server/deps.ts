/** The ports as Apps Script fills them, for whatever is called. */
import { texts } from '../shared/problems/entry';
import type { Deps } from './app/deps';
import { paths } from './core/normalise';
import { clock, log, random, zones } from './gas/clock';
import { dashboards } from './gas/dashboards';
import { formulaCells } from './gas/formula-cells';
import { http } from './gas/http';
import { inputs } from './gas/inputs';
import { documentLock, userLock } from './gas/lock';
import { logSheet } from './gas/log-sheet';
import { mail } from './gas/mail';
import { notices } from './gas/notices';
import { platform } from './gas/platform';
import { SheetRows } from './gas/rows-sheet';
import { sample } from './gas/sample';
import { sheets } from './gas/sheets';
import { documentState, scriptState, userState } from './gas/state';
import { triggers } from './gas/triggers';
import { views } from './gas/views';
import { words } from './gas/words';

texts.read = words;
paths.read = words;

export const deps = (): Deps => ({
  http,
  clock,
  zones,
  random,
  log,
  documentLock,
  userLock,
  documentState,
  userState,
  scriptState,
  rows: new SheetRows(),
  sheets,
  formulaCells,
  platform,
  triggers,
  mail,
  logSheet,
  inputs,
  sample,
  dashboards,
  notices,
  views,
  words,
});
