// How many words a minute the person at this device reads aloud. Debaters differ by a factor of three, so each says it.

import { deviceNumber } from '#components/ui/device/device-choice.ts';
import { usualWordsPerMinute } from '#lib/model/card/reading-time.ts';

export const leastPace = 60;
export const mostPace = 500;

export const pace = deviceNumber('words-a-minute', usualWordsPerMinute, [leastPace, mostPace]);
