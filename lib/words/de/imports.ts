// What is said of: bringing in a text, correcting it, and a reading by itself, in German.

import { correction } from './imports/correction.ts';
import { reading } from './imports/reading.ts';
import { screen } from './imports/screen.ts';
import { textDesk } from './imports/text-desk.ts';

export const imports = { screen, correction, textDesk, reading } as const;
