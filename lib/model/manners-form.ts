// Manners as they come from outside: from a request, from a device, from the database. Apart from the manners themselves,
// so that pages which only follow them load no parser.

import * as v from 'valibot';
import {
  announcements,
  hintCount,
  leadings,
  locales,
  margins,
  type SomeManners,
  sizes,
  themes,
  widths,
} from './manners.ts';

/** What is to change, as a request brings it. */
export const mannersForm: v.GenericSchema<unknown, SomeManners> = v.partial(
  v.object({
    locale: v.picklist(['browser', ...locales]),
    theme: v.picklist(themes),
    width: v.picklist(widths),
    size: v.picklist(sizes),
    leading: v.picklist(leadings),
    margin: v.picklist(margins),
    keys: v.boolean(),
    announcements: v.picklist(announcements),
    invisible: v.boolean(),
    marks: v.boolean(),
    hints: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(hintCount)),
  }),
);

/** Reads what was kept, here or on a device; what this version does not understand is as if it had never been chosen. */
export function parseManners(json: string | null | undefined): SomeManners {
  let kept: unknown;
  try {
    kept = JSON.parse(json || '{}');
  } catch {
    // Cut off, or changed by hand.
    return {};
  }
  const known: SomeManners = {};
  if (typeof kept !== 'object' || kept === null) return known;
  for (const [key, value] of Object.entries(kept)) {
    const one = v.safeParse(mannersForm, { [key]: value });
    if (one.success) Object.assign(known, one.output);
  }
  return known;
}
