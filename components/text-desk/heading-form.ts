// The lines that stand outside a text, as they are typed: title, subtitle, byline, credit, source.

import { cleanLine, type Heading, maxHeadingLengths } from '#lib/model/text/text.ts';

/** The lines that stand outside the text and can be corrected; empty means there is none. */
export const headingNames = ['title', 'standfirst', 'byline', 'credit', 'source'] as const;
export type HeadingForm = Record<(typeof headingNames)[number], string>;

export function headingForm(
  heading: {
    [Name in keyof HeadingForm]?: string | null | undefined;
  },
): HeadingForm {
  const { title, standfirst, byline, credit, source } = heading;
  return {
    title: title ?? '',
    standfirst: standfirst ?? '',
    byline: byline ?? '',
    credit: credit ?? '',
    source: source ?? '',
  };
}

/** The heading as it will stand: lines left empty are absent. */
export function headingOf(form: HeadingForm): Heading {
  const lines = headingNames.map((name) => [name, form[name].trim()] as const);
  return { title: '', ...Object.fromEntries(lines.filter(([, line]) => line !== '')) };
}

/** What is wrong with a line: it is not there, or longer than `most` by so many characters. */
type HeadingFault = { surplus: null } | { surplus: number; most: number };
export type HeadingFaults = { [Name in keyof HeadingForm]?: HeadingFault };

/** What keeps these lines from being published, by line. */
export function headingFaults(form: HeadingForm): HeadingFaults {
  const faults: HeadingFaults = {};
  if (form.title.trim() === '') faults.title = { surplus: null };
  for (const name of headingNames) {
    const most = maxHeadingLengths[name];
    const surplus = cleanLine(form[name]).length - most;
    if (surplus > 0) faults[name] = { surplus, most };
  }
  return faults;
}
