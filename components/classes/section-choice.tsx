// One of the sections that whoever keeps the roster is limited to: they put people into no other.

import { useTranslations } from 'use-intl/react';
import { Choice } from '#components/ui/form/choice.tsx';

type Props = { sections: readonly string[]; value: string; onChange: (section: string) => void };

export function SectionChoice({ sections, value, onChange }: Props) {
  const t = useTranslations('classes.roster');
  const options = sections.map((section) => ({ value: section, label: section }));
  return <Choice label={t('section')} value={value} options={options} onChange={onChange} />;
}
