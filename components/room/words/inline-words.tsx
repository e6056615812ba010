// A run of a note's words with its mentions by name and its tags as links.

import { Fragment } from 'react';
import type { ParticipantId } from '#lib/model/record.ts';
import { piecesOf } from '#lib/model/threads/mention.ts';
import { tagPiecesOf } from '#lib/model/threads/tag.ts';
import { mentionedName, type People } from '../scene/people.ts';
import { TagLink } from './tag-link.tsx';
import styles from './words.module.css';

type Props = { words: string; people: People; me: ParticipantId };

export function InlineWords({ words, people, me }: Props) {
  let at = 0;
  return piecesOf(words, mentionedName(people)).map(({ text, shown, participant }) => {
    const key = at;
    at += text.length;
    if (!participant) return <Tagged key={key} words={text} />;
    return (
      <b key={key} className={styles.mention} data-me={participant === me}>
        {shown}
      </b>
    );
  });
}

function Tagged({ words }: { words: string }) {
  let at = 0;
  return tagPiecesOf(words).map(({ text, tag }) => {
    const key = at;
    at += text.length;
    return tag === undefined ? <Fragment key={key}>{text}</Fragment> : <TagLink key={key} tag={tag} />;
  });
}
