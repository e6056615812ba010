// The fields for the lines outside a text.

import { useTranslations } from 'use-intl/react';
import { Field } from '#components/ui/form/field.tsx';
import { maxHeadingLengths } from '#lib/model/text/text.ts';
import { type HeadingFaults, type HeadingForm, headingNames } from './heading-form.ts';

export function HeadingFields({
  heading,
  faults,
  onChange,
}: {
  heading: HeadingForm;
  faults: HeadingFaults;
  onChange: (name: keyof HeadingForm, value: string) => void;
}) {
  const t = useTranslations('imports.textDesk.heading');
  const said = (fault: HeadingFaults[keyof HeadingForm]) =>
    fault && (fault.surplus === null ? t('untitled') : t('tooLong', fault));
  return headingNames.map((name) => (
    <Field
      key={name}
      label={t(name)}
      value={heading[name]}
      onChange={(value) => onChange(name, value)}
      autoComplete="off"
      error={said(faults[name])}
      maxLength={maxHeadingLengths[name]}
      isRequired={name === 'title'}
      isAnyScript
      isLong
    />
  ));
}
