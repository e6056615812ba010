// The interface in English: the catalogue that every other language follows. Messages are in ICU syntax; an area is what one
// group of screens says, in a file of its own. Never imported by components: pages hand them their areas (app/words.tsx).

import type { Locale } from '#lib/model/manners.ts';
import { account } from './account.ts';
import { cards } from './cards.ts';
import { classes } from './classes.ts';
import { exchange } from './exchange.ts';
import { files } from './files.ts';
import { flow } from './flow.ts';
import { imports } from './imports.ts';
import { library } from './library.ts';
import { mail } from './mail.ts';
import { map } from './map.ts';
import { reading } from './reading.ts';
import { refusals } from './refusals.ts';
import { review } from './review.ts';
import { room } from './room.ts';
import { round } from './round.ts';
import { terms } from './terms.ts';
import { thread } from './thread.ts';
import { ui } from './ui.ts';

export const english = {
  account,
  cards,
  classes,
  exchange,
  flow,
  files,
  imports,
  library,
  mail,
  map,
  reading,
  refusals,
  review,
  room,
  round,
  terms,
  thread,
  ui,
} as const;
export type English = typeof english;

// Tells use-intl what there is to say, so that a key or a value that does not exist does not compile.
declare module 'use-intl/core' {
  interface AppConfig {
    Locale: Locale;
    Messages: English;
  }
}
