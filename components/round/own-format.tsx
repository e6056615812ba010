// One's own format, written a line a speech.

import { useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import type { Format } from '#lib/model/round/format.ts';
import { readFormat, writeFormat } from '#lib/model/round/own-format.ts';
import styles from './round-setup.module.css';

export function OwnFormat({ format, onKeep }: { format: Format; onKeep: (format: Format) => void }) {
  const [text, setText] = useState(() => writeFormat(format));
  const [problem, setProblem] = useState<string | null>(null);
  const keep = () => {
    const read = readFormat(text);
    setProblem(read.ok ? null : read.reason);
    if (read.ok) onKeep(read.format);
  };
  return (
    <div className={styles.own}>
      <label htmlFor="own-format">
        A line a speech: its name, its side, its minutes, and which earlier speeches it must answer. Without a
        side: questions.
      </label>
      <textarea
        id="own-format"
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
      />
      {problem && <p role="alert">{problem}</p>}
      <div>
        <Button onPress={keep}>Use this format</Button>
      </div>
    </div>
  );
}
