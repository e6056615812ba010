// Where the evidence comes from, as it is cited aloud and on paper: filled from the reading, open to correction.

import { useTranslations } from 'use-intl/react';
import { Field } from '#components/ui/form/field.tsx';
import type { Cite } from '#lib/model/record.ts';
import css from './editor.module.css';

const fields = [
  { name: 'author', maxLength: 300 },
  { name: 'date', maxLength: 60 },
  { name: 'qualification', maxLength: 500 },
  { name: 'title', maxLength: 300 },
  { name: 'publication', maxLength: 300 },
  { name: 'link', maxLength: 2048 },
  { name: 'accessed', maxLength: 60 },
] as const satisfies readonly { name: keyof Cite; maxLength: number }[];

export function CiteFields({ cite, onChange }: { cite: Cite; onChange: (cite: Cite) => void }) {
  const t = useTranslations('cards.editor.cite');
  return (
    <fieldset className={css.cite}>
      <legend>{t('legend')}</legend>
      {fields.map(({ name, maxLength }) => (
        <div key={name} data-field={name}>
          <Field
            label={t(name)}
            value={cite[name] ?? ''}
            maxLength={maxLength}
            isAnyScript
            onChange={(value) => onChange(withField(cite, name, value))}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** A field that is emptied is no field; the author's stays, empty, for a cite always has one. */
function withField(cite: Cite, name: keyof Cite, value: string): Cite {
  const { [name]: _, ...rest } = cite;
  return value === '' && name !== 'author' ? { author: cite.author, ...rest } : { ...cite, [name]: value };
}
