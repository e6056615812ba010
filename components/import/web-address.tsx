// A text by its address on the web: the third way in, where the operator allows it. A form of its own, so that Enter in
// this field never reads what was pasted above.

import { Globe } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { maxHeadingLengths } from '#lib/model/text/text.ts';
import css from './import.module.css';
import { addressFault, wholeAddress } from './preview.ts';

export type Web = { address: string; onAddress: (address: string) => void };

export function WebAddress({
  web: { address, onAddress },
  onRead,
}: {
  web: Web;
  onRead: (address: string) => void;
}) {
  const [fault, setFault] = useState<string>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = addressFault(address);
    setFault(found);
    if (!found) onRead(wholeAddress(address));
  };
  return (
    <form onSubmit={onSubmit} className={css.source} aria-label="From a web address" noValidate>
      <Field
        label="From a web address"
        help="The server fetches the page and takes the article from it. Only pages open to everyone, at most 5 MB."
        type="url"
        value={address}
        onChange={(next) => {
          setFault(undefined);
          onAddress(next);
        }}
        error={fault}
        maxLength={maxHeadingLengths.source}
        autoComplete="off"
      />
      <div className={css.acts}>
        <Button type="submit" size="large">
          <Globe aria-hidden />
          Fetch the page
        </Button>
      </div>
    </form>
  );
}
