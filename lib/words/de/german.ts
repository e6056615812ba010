// The interface in German. Whoever adds a language copies this folder and tells catalogue.ts.

import type { English } from '../en/english.ts';
import type { Words } from '../shape.ts';
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

export const german = {
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
} satisfies Words<English>;
