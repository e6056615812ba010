// The box that a note's words are typed into. It shows names where the words hold mentions, and asks for a list where a
// name or a tag is begun. It owns no words: every keystroke goes up.

import dynamic from 'next/dynamic';
import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { piecesOf, replaced, rewritten } from '#lib/model/threads/mention.ts';
import { mentionedName } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { type Asked, askedAt, type Choice } from './completion.ts';
import styles from './words.module.css';

const Suggestions = dynamic(() => import('./suggestions.tsx').then((module) => module.Suggestions), {
  ssr: false,
});

type Props = {
  ref: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  words: string;
  onWords: (words: string) => void;
  /** The id of what says what is wrong, while something is. */
  problemId: string | undefined;
};

export function WordsField({ ref, label, placeholder, words, onWords, problemId }: Props) {
  const { people } = useScene();
  const nameOf = mentionedName(people);
  const pieces = piecesOf(words, nameOf);
  const shown = pieces.map((piece) => piece.shown).join('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [meant, setMeant] = useState<string | null | undefined>(undefined);
  const caret = useRef<number | null>(null);
  const listId = useId();

  useLayoutEffect(() => {
    if (caret.current === null || words === '') return;
    ref.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [words, ref]);

  const ask = (field: HTMLTextAreaElement, text: string) => {
    const stands = new Set<number>();
    let at = 0;
    for (const piece of text === shown ? pieces : piecesOf(rewritten(words, nameOf, text), nameOf)) {
      if (piece.participant) stands.add(at);
      at += piece.shown.length;
    }
    const isCaret = field.selectionStart === field.selectionEnd;
    const next = isCaret ? askedAt(text, field.selectionStart, stands) : null;
    if (!next) setDismissed(null);
    setAsked(next);
  };
  const choose = ({ words: chosen, label: name }: Choice) => {
    if (!asked) return;
    const { start, end, mark } = asked;
    const hasSpace = shown[end] === ' ';
    caret.current = start + (mark === '@' ? name.length + 1 : name.length) + 1;
    setAsked(null);
    onWords(replaced(words, nameOf, { start, end, text: hasSpace ? chosen : `${chosen} ` }));
  };
  const isOffered = asked !== null && asked.start !== dismissed;
  return (
    <div className={styles.field}>
      <textarea
        ref={ref}
        aria-label={label}
        aria-describedby={problemId}
        aria-invalid={problemId !== undefined}
        aria-autocomplete="list"
        aria-controls={meant === undefined ? undefined : listId}
        aria-activedescendant={meant ?? undefined}
        placeholder={placeholder}
        value={shown}
        onChange={({ target }) => {
          ask(target, target.value);
          onWords(rewritten(words, nameOf, target.value));
        }}
        onSelect={({ currentTarget }) => ask(currentTarget, currentTarget.value)}
        onBlur={() => setAsked(null)}
        rows={2}
        dir="auto"
      />
      {isOffered && ref.current && (
        <Suggestions
          asked={asked}
          field={ref.current}
          id={listId}
          onMeant={setMeant}
          onChoose={choose}
          onDismiss={() => setDismissed(asked.start)}
        />
      )}
    </div>
  );
}
