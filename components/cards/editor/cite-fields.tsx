// Where the evidence comes from, as it is cited aloud and on paper: filled from the reading, open to correction.

import { Field } from '#components/ui/form/field.tsx';
import type { Cite } from '#lib/model/record.ts';
import css from './editor.module.css';

const fields = [
  { name: 'author', label: 'Author', maxLength: 300 },
  { name: 'date', label: 'Date', maxLength: 60 },
  { name: 'qualification', label: 'Qualification', maxLength: 500 },
  { name: 'title', label: 'Title', maxLength: 300 },
  { name: 'publication', label: 'Publication', maxLength: 300 },
  { name: 'link', label: 'Link', maxLength: 2048 },
  { name: 'accessed', label: 'Accessed', maxLength: 60 },
] as const satisfies readonly { name: keyof Cite; label: string; maxLength: number }[];

export function CiteFields({ cite, onChange }: { cite: Cite; onChange: (cite: Cite) => void }) {
  return (
    <fieldset className={css.cite}>
      <legend>Cite</legend>
      {fields.map(({ name, label, maxLength }) => (
        <div key={name} data-field={name}>
          <Field
            label={label}
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
