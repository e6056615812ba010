// A private word to the student, on a note or on the whole, written anew or taken from the comment bank.

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { StockComment } from '../review-data.ts';
import css from './private-word.module.css';

type Props = {
  name: string;
  /** What the word is on. */
  target: 'note' | 'whole';
  comments: readonly StockComment[];
  onSay: (body: string) => void;
  onKeep: (body: string) => Promise<string | null>;
  onDrop: (id: string) => Promise<string | null>;
};

export const privateWordId = 'private-word';

export function PrivateWord({ name, target, comments, onSay, onKeep, onDrop }: Props) {
  const t = useTranslations('review.student.word');
  const [body, setBody] = useState('');
  const [chosen, setChosen] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const words = body.trim();
  const say = () => {
    if (!words) return;
    onSay(words);
    setBody('');
    setChosen('');
  };
  const keep = async () => {
    const problem = await onKeep(words);
    showToast(problem ?? t('kept'));
  };
  const take = (id: string) => {
    setChosen(id);
    const comment = comments.find((one) => one.id === id);
    if (!comment) return;
    setBody((before) => (before.trim() ? `${before.trim()}\n${comment.body}` : comment.body));
    box.current?.focus();
  };
  const drop = async () => {
    const problem = await onDrop(chosen);
    if (problem) showToast(problem);
    else setChosen('');
  };
  return (
    <div className={css.word}>
      <label htmlFor={privateWordId}>{t('label', { name, target })}</label>
      <textarea
        ref={box}
        id={privateWordId}
        rows={2}
        value={body}
        maxLength={4000}
        dir="auto"
        placeholder={t('placeholder')}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say();
          if (event.key === 'Escape') box.current?.blur();
        }}
      />
      <div className={css.acts}>
        <Button onPress={say} isDisabled={!words}>
          {t('add')}
        </Button>
        <Button look="quiet" onPress={keep} isDisabled={!words}>
          {t('keep')}
        </Button>
      </div>
      {comments.length > 0 && (
        <div className={css.bank}>
          <Choice
            label={t('bank')}
            isLabelHidden
            value={chosen}
            options={[
              { value: '', label: t('choose') },
              ...comments.map(({ id, body: text }) => ({ value: id, label: text })),
            ]}
            onChange={take}
          />
          {chosen && (
            <Button look="quiet" onPress={drop}>
              {t('drop')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
