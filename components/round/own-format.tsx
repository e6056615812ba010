// One's own format, written a line a speech.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import type { Format } from '#lib/model/round/format.ts';
import { type FormatFault, readFormat, writeFormat } from '#lib/model/round/own-format.ts';
import styles from './round-setup.module.css';

export function OwnFormat({ format, onKeep }: { format: Format; onKeep: (format: Format) => void }) {
  const t = useTranslations('round.ownFormat');
  const [text, setText] = useState(() => writeFormat(format));
  const [problem, setProblem] = useState<FormatFault | null>(null);
  const keep = () => {
    const read = readFormat(text);
    setProblem(read.ok ? null : read.fault);
    if (read.ok) onKeep(read.format);
  };
  return (
    <div className={styles.own}>
      <label htmlFor="own-format">{t('label')}</label>
      <textarea
        id="own-format"
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
      />
      {problem && (
        <p role="alert">
          {'line' in problem ? t(`fault.${problem.kind}`, problem) : t(`fault.${problem.kind}`)}
        </p>
      )}
      <div>
        <Button onPress={keep}>{t('use')}</Button>
      </div>
    </div>
  );
}
