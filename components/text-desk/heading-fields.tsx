// The fields for the lines outside a text.

import { Field } from '#components/ui/form/field.tsx';
import { maxHeadingLengths } from '#lib/model/text/text.ts';
import { type HeadingForm, headingNames } from './heading-form.ts';

const labels: Record<keyof HeadingForm, string> = {
  title: 'Title',
  standfirst: 'Subtitle',
  byline: 'Byline',
  credit: 'Credit',
  source: 'Source',
};

export function HeadingFields({
  heading,
  faults,
  onChange,
}: {
  heading: HeadingForm;
  faults: Partial<HeadingForm>;
  onChange: (name: keyof HeadingForm, value: string) => void;
}) {
  return headingNames.map((name) => (
    <Field
      key={name}
      label={labels[name]}
      value={heading[name]}
      onChange={(value) => onChange(name, value)}
      autoComplete="off"
      error={faults[name]}
      maxLength={maxHeadingLengths[name]}
      isRequired={name === 'title'}
      isAnyScript
      isLong
    />
  ));
}
