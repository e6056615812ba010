'use client';
// Something to copy: a link or a token, selectable by hand, with a button that copies it.

import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from './button.tsx';
import css from './copy-field.module.css';

export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations('ui.copy');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Without the right to the clipboard the text is selected instead, ready for the keyboard.
      input.current?.select();
    }
  };
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      <div className={css.row}>
        <input
          id={id}
          ref={input}
          readOnly
          value={value}
          className={css.value}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" onPress={copy} onBlur={() => setCopied(false)}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{t(isCopied ? 'done' : 'act')}</span>
        </Button>
      </div>
    </div>
  );
}
