// A text by its address on the web: the third way in, where the operator allows it. A form of its own, so that Enter in
// this field never reads what was pasted above.

import { Globe } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
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
  const t = useTranslations('imports.screen.web');
  const [fault, setFault] = useState<ReturnType<typeof addressFault>>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = addressFault(address);
    setFault(found);
    if (!found) onRead(wholeAddress(address));
  };
  return (
    <form onSubmit={onSubmit} className={css.source} aria-label={t('label')} noValidate>
      <Field
        label={t('label')}
        help={t('help')}
        type="url"
        value={address}
        onChange={(next) => {
          setFault(undefined);
          onAddress(next);
        }}
        error={fault && t(`fault.${fault}`)}
        maxLength={maxHeadingLengths.source}
        autoComplete="off"
      />
      <div className={css.acts}>
        <Button type="submit" size="large">
          <Globe aria-hidden />
          {t('fetch')}
        </Button>
      </div>
    </form>
  );
}
