// Words to look for, and the few questions that narrow the notes down (U32).

import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import spoken from '#components/ui/spoken.module.css';
import { nameOrder } from '#lib/model/name-order.ts';
import { type NoteKind, noteKinds, type Stance, stances } from '#lib/model/record.ts';
import { type Filter, threadTraits } from '#lib/model/threads/filter.ts';
import { toggled } from '#lib/model/threads/filter-address.ts';
import styles from './find.module.css';
import { takeFindFocus } from './find-focus.ts';
import type { Finding } from './use-filter.ts';

export function FindBar({ filter, choose }: Pick<Finding, 'filter' | 'choose'>) {
  const t = useTranslations('reading.find');
  return (
    <search className={styles.find}>
      <div className={styles.words}>
        <Search aria-hidden="true" />
        <WordsInput filter={filter} choose={choose} />
      </div>
      <div className={styles.traits}>
        {threadTraits.map((trait) => (
          <button
            key={trait}
            type="button"
            aria-pressed={filter.is.includes(trait)}
            onClick={() => choose(toggled(filter, trait))}
          >
            {t(trait)}
          </button>
        ))}
        <PersonChoice filter={filter} choose={choose} />
        <SayingChoice filter={filter} choose={choose} />
        <TagChoice filter={filter} choose={choose} />
      </div>
    </search>
  );
}

/** The address follows what is typed a moment later, so the box keeps its own words, until the address says otherwise. */
function WordsInput({ filter, choose }: ChoiceProps) {
  const t = useTranslations('reading.find');
  const [typed, setTyped] = useState(filter.words);
  const [asked, setAsked] = useState(filter.words);
  if (filter.words !== asked) {
    setAsked(filter.words);
    if (filter.words === '' || !typed.startsWith(filter.words)) setTyped(filter.words);
  }
  return (
    <input
      type="search"
      aria-label={t('words')}
      placeholder={t('words')}
      ref={takeFindFocus}
      aria-keyshortcuts="/"
      data-find=""
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        choose({ ...filter, words: event.target.value }, 'typing');
      }}
    />
  );
}

type ChoiceProps = Pick<Finding, 'filter' | 'choose'>;

function PersonChoice({ filter, choose }: ChoiceProps) {
  const t = useTranslations('reading.find');
  const locale = useLocale();
  const { state } = useOpenRoom();
  const { people } = useScene();
  const authors = new Set<string>();
  for (const { value, participant } of state.entries.values())
    if (value.type === 'point') authors.add(participant);
  if (filter.by) authors.add(filter.by);
  const inOrder = nameOrder(locale);
  const options = [...authors]
    .map((id) => ({ value: id, label: nameOf(people, id) }))
    .sort((a, b) => inOrder(a.label, b.label));
  return (
    <Choice
      label={t('anyone')}
      name={t('by')}
      options={options}
      value={filter.by}
      onChoose={(by) => choose({ ...filter, by })}
    />
  );
}

/** How something was said: a kind of note, or a stance. */
function SayingChoice({ filter, choose }: ChoiceProps) {
  const t = useTranslations('reading.find');
  const terms = useTranslations('terms');
  const options = [
    ...noteKinds.map((kind) => ({ value: `kind:${kind}`, label: terms(`kind.${kind}`) })),
    ...stances
      .filter((stance) => stance !== 'asks')
      .map((stance) => ({ value: `stance:${stance}`, label: terms(`stance.${stance}`) })),
  ];
  const value = filter.kind ? `kind:${filter.kind}` : filter.stance ? `stance:${filter.stance}` : null;
  return (
    <Choice
      label={t('anything')}
      name={t('kind')}
      options={options}
      value={value}
      onChoose={(chosen) => choose({ ...filter, ...sayingOf(chosen) })}
    />
  );
}

function sayingOf(value: string | null): Pick<Filter, 'kind' | 'stance'> {
  return {
    kind: noteKinds.find((kind): kind is NoteKind => value === `kind:${kind}`) ?? null,
    stance: stances.find((stance): stance is Stance => value === `stance:${stance}`) ?? null,
  };
}

function TagChoice({ filter, choose }: ChoiceProps) {
  const t = useTranslations('reading.find');
  const locale = useLocale();
  const { state } = useOpenRoom();
  const tags = new Set<string>(filter.tag ? [filter.tag] : []);
  for (const { value } of state.entries.values())
    if (value.type === 'point') for (const tag of value.tags ?? []) tags.add(tag);
  if (tags.size === 0) return null;
  const options = [...tags].sort(nameOrder(locale)).map((tag) => ({ value: tag, label: `#${tag}` }));
  return (
    <Choice
      label={t('anyTag')}
      name={t('tag')}
      options={options}
      value={filter.tag}
      onChoose={(tag) => choose({ ...filter, tag })}
    />
  );
}

type Options = readonly { value: string; label: string }[];

function Choice(props: {
  /** For no choice. */
  label: string;
  name: string;
  options: Options;
  value: string | null;
  onChoose: (value: string | null) => void;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={spoken.only}>
        {props.name}
      </label>
      <select
        id={id}
        value={props.value ?? ''}
        data-chosen={props.value !== null}
        onChange={(event) => props.onChoose(event.target.value || null)}
      >
        <option value="">{props.label}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
