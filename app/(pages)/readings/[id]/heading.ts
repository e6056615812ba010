// A reading's heading as pages show it: what the source lacks is absent.

import type { Reading } from '#lib/data/readings/readings.ts';
import type { Heading } from '#lib/model/text/text.ts';

export function headingOf({ title, standfirst, byline, credit }: Reading): Heading {
  return {
    title,
    ...(standfirst && { standfirst }),
    ...(byline && { byline }),
    ...(credit && { credit }),
  };
}
