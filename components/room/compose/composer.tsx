// Where words are written: a textarea with Markdown, what kind of saying it is, who will see it. It owns no words:
// every keystroke goes to the draft, which outlives it (U3).

import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { maxBodyBytes, sizeOf } from '#lib/model/record.ts';
import type { Place } from '#lib/sync/room-state.ts';
import { useScene } from '../scene/scene.ts';
import { WordsField } from '../words/words-field.tsx';
import { type Choice, ChoiceChips } from './choice-chips.tsx';
import styles from './composer.module.css';

/** From here on the counter shows: in bytes, as the limit is. */
const warnBytes = maxBodyBytes - 1024;

type Props<T extends string> = {
  /** Take the focus on appearing: only where its reader asked for it. */
  autoFocus: boolean;
  label: string;
  placeholder: string;
  body: string;
  onBody: (body: string) => void;
  /** What kind of saying; `needed` is said where none is chosen yet. */
  choices?: {
    legend: string;
    needed: string;
    options: readonly Choice<T>[];
    chosen: T | undefined;
    onChoose: (value: T) => void;
  };
  /** Absent where the place cannot be chosen any more. */
  seenBy?: SeenByProps;
  /** The words this note is about or cites. */
  quote?: { text: string; onRemove?: () => void } | undefined;
  postLabel: string;
  /** Words that may be left without asking: those that stand already. */
  unchanged?: string;
  /** Why it cannot be posted any more: what was begun stays to be copied. */
  barred?: string;
  /** Resolves once the words are safe on this device. */
  onPost: () => Promise<void>;
  onClose: () => void;
  note?: ReactNode;
};

/** Where words go; `all` is the room's and every other group's of the assignment. */
export type Reach = Place | 'all';
type SeenByProps = {
  reach: Reach;
  reaches: readonly Reach[];
  audience: string;
  /** How many groups there are, where one may speak to all. */
  groups?: number;
  onReach: (reach: Reach) => void;
};

export function Composer<T extends string>(props: Props<T>) {
  const { autoFocus, label, placeholder, body, onBody, choices, seenBy, quote, postLabel, onPost, onClose } =
    props;
  const { isLasting } = useScene();
  const t = useTranslations('thread.composer');
  const ui = useTranslations('ui.act');
  const field = useRef<HTMLTextAreaElement>(null);
  const problemLine = useRef<HTMLParagraphElement>(null);
  const [problem, setProblem] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [isPosting, setIsPosting] = useState(false);
  const problemId = useId();
  const sizeBytes = sizeOf(body.trim());
  const isUnchanged = body.trim() === '' || body === props.unchanged;

  useEffect(() => {
    const { current } = field;
    if (!autoFocus) return;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
    // Once its card has found its place.
    const frame = requestAnimationFrame(() =>
      current?.closest('[data-composer]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [autoFocus]);

  useEffect(() => {
    if (problem) problemLine.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  const post = () => {
    // A second press while the first is on its way must not say it twice.
    if (isPosting) return;
    if (props.barred) return fail(props.barred);
    if (body.trim() === '') return fail(t('empty'));
    if (choices && choices.chosen === undefined) return fail(choices.needed);
    if (sizeBytes > maxBodyBytes) return fail(t('tooLong', { bytes: sizeBytes - maxBodyBytes }));
    setProblem('');
    setIsPosting(true);
    onPost().catch(() => {
      setIsPosting(false);
      setProblem(t('notKept'));
    });
  };
  const fail = (words: string) => {
    setProblem(words);
    if (!choices || choices.chosen !== undefined || body.trim() === '') field.current?.focus();
  };
  const close = () => (isUnchanged ? onClose() : setIsAsking(true));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post();
    else if (event.key === 'Escape') isAsking ? setIsAsking(false) : close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the form as a whole; each has its button.
    <div className={styles.composer} onKeyDown={onKeyDown} data-composer="" data-keeps-selection="">
      {quote && (
        <blockquote className={styles.quote}>
          <span dir="auto">{quote.text}</span>
          {quote.onRemove && (
            <button type="button" onClick={quote.onRemove} aria-label={t('unquote')}>
              <X aria-hidden="true" />
            </button>
          )}
        </blockquote>
      )}
      <WordsField
        ref={field}
        label={label}
        placeholder={placeholder}
        words={body}
        onWords={onBody}
        problemId={problem ? problemId : undefined}
      />
      {choices && (
        <ChoiceChips
          legend={choices.legend}
          choices={choices.options}
          chosen={choices.chosen}
          onChoose={choices.onChoose}
        />
      )}
      {props.note}
      {!isLasting && <p className={styles.warning}>{t('notLasting')}</p>}
      <div className={styles.foot}>
        {seenBy && <SeenBy {...seenBy} />}
        {sizeBytes > warnBytes && (
          <span className={styles.count} data-over={sizeBytes > maxBodyBytes}>
            {t('bytesLeft', { bytes: maxBodyBytes - sizeBytes })}
          </span>
        )}
        {isAsking ? (
          <span className={styles.acts} role="alert">
            <span>{t('discardAsk')}</span>
            <button type="button" onClick={() => setIsAsking(false)}>
              {t('keepWriting')}
            </button>
            <button type="button" className={styles.danger} onClick={onClose}>
              {t('discard')}
            </button>
          </span>
        ) : (
          <span className={styles.acts}>
            <button type="button" onClick={close}>
              {ui('cancel')}
            </button>
            <button
              type="button"
              className={styles.post}
              onClick={post}
              aria-busy={isPosting}
              aria-keyshortcuts="Control+Enter Meta+Enter"
            >
              {postLabel}
            </button>
          </span>
        )}
      </div>
      <p ref={problemLine} id={problemId} role="alert" className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}

function SeenBy({ reach, reaches, audience, groups = 0, onReach }: SeenByProps) {
  const t = useTranslations('thread.composer');
  const words = { room: audience, all: t('all', { groups }), private: t('private'), side: t('side') };
  if (reaches.length < 2)
    return <span className={styles.seen}>{t('seenByOnly', { audience: words[reach] })}</span>;
  return (
    <label className={styles.seen}>
      {t('seenBy')}{' '}
      <select value={reach} onChange={(event) => onReach(event.target.value as Reach)}>
        {reaches.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
