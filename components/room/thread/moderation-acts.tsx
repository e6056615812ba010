// What may be done about someone's note besides answering it: hide and show it, lock its thread, erase it, flag it.
// permission.ts decides which are offered.

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isInstructor } from '#lib/model/permission.ts';
import type { RulingAct } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayRule, useScene } from '../scene/scene.ts';
import { authorOf } from './conversation.ts';
import type { ModerationAct } from './moderation.tsx';
import styles from './post.module.css';

const ModerationDialog = dynamic(() => import('./moderation.tsx').then((module) => module.ModerationDialog), {
  ssr: false,
});

export function ModerationActs({ post }: { post: Post }) {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const { info } = useOpenRoom();
  const [asked, setAsked] = useState<ModerationAct | null>(null);
  const isMine = post.entry?.participant === scene.me.participant;
  const isLocked = scene.room.locks?.isInLockedThread(post.ref) ?? false;
  const may = (act: RulingAct) => mayRule(scene, act, post.ref);
  const rule = (act: RulingAct) => sayIfFailed(scene.acts.rule(act, post.ref));
  const button = (label: string, onClick: () => void) => (
    <button type="button" className={styles.act} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <>
      {may('hide') &&
        (post.hiddenBy ? button(t('show'), () => rule('show')) : button(t('hide'), () => setAsked('hide')))}
      {post.level === 0 &&
        may('lock') &&
        button(t(isLocked ? 'unlock' : 'lock'), () => rule(isLocked ? 'unlock' : 'lock'))}
      {may('erase') && button(t('erase'), () => setAsked('erase'))}
      {!isMine && !isInstructor(scene.me.role) && button(t('flag'), () => setAsked('flag'))}
      {asked && (
        <ModerationDialog
          act={asked}
          of={post.ref}
          author={authorOf(post, scene.people)}
          roomId={info.room.id}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
