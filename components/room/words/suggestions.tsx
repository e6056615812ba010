'use client';
// The list under a text box that completes a name or a tag (U19). The caret stays in the box: the keys that move through
// the list are heard there, and the box says which choice is meant. Loaded once a mark is typed.

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import spoken from '#components/ui/spoken.module.css';
import { useOpenRoom } from '../frame/open-room.ts';
import { mentionable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { type Asked, type Choice, peopleFor, tagsFor } from './completion.ts';
import styles from './words.module.css';

type Props = {
  asked: Asked;
  field: HTMLTextAreaElement;
  /** The list's id, from which those of its options are made. */
  id: string;
  /** Which option is meant; null where none is, undefined where there is no list. */
  onMeant: (option: string | null | undefined) => void;
  onChoose: (choice: Choice) => void;
  onDismiss: () => void;
};

export function Suggestions({ asked, field, id, onMeant, onChoose, onDismiss }: Props) {
  const t = useTranslations('room.words');
  const choices = useChoices(asked);
  // A name is what Enter is for; a tag may be new, so that Enter goes to one only after an arrow has.
  const first = asked.mark === '@' ? 0 : -1;
  const [meant, setMeant] = useState({ asked, at: first });
  const at = meant.asked.query === asked.query ? meant.at : first;
  const optionId = (index: number) => `${id}-${index}`;
  const isOpen = choices.length > 0;
  const option = at < 0 ? null : optionId(at);
  const tell = useEffectEvent(onMeant);
  useEffect(() => tell(isOpen ? option : undefined), [isOpen, option]);
  useEffect(() => () => tell(undefined), []);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = choices[at];
    if (event.key === 'ArrowDown') setMeant({ asked, at: (at + 1) % choices.length });
    else if (event.key === 'ArrowUp') setMeant({ asked, at: (Math.max(at, 0) || choices.length) - 1 });
    else if (event.key === 'Escape') onDismiss();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) onChoose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    field.addEventListener('keydown', press);
    return () => field.removeEventListener('keydown', press);
  }, [field]);

  const isOfPeople = asked.mark === '@';
  return (
    <>
      <p role="status" className={spoken.only}>
        {isOpen && t(isOfPeople ? 'peopleToChoose' : 'tagsToChoose', { count: choices.length })}
      </p>
      {isOpen && (
        <div
          role="listbox"
          id={id}
          aria-label={t(isOfPeople ? 'people' : 'tagsHere')}
          className={styles.list}
        >
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text box, where the focus stays.
            <div
              key={choice.key}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
            >
              {isOfPeople && <Avatar id={choice.key} name={choice.label} size="s" />}
              <span>{choice.label}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function useChoices({ mark, query }: Asked): Choice[] {
  const locale = useLocale();
  const { people, me } = useScene();
  const { state } = useOpenRoom();
  return useMemo(() => {
    if (mark === '@') return peopleFor(query, mentionable(people, me.participant), locale);
    const uses = new Map<string, number>();
    for (const { value } of state.entries.values())
      if (value.type === 'point') for (const tag of value.tags ?? []) uses.set(tag, (uses.get(tag) ?? 0) + 1);
    return tagsFor(query, uses, locale);
  }, [mark, query, people, me.participant, state.entries, locale]);
}
