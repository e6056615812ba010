// What may be done about someone's note besides answering it: hide and show it, lock its thread, erase it, flag it.
// permission.ts decides which are offered.

import { Eraser, Eye, EyeOff, Flag, Lock, LockOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isInstructor } from '#lib/model/permission.ts';
import type { RulingAct } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayRule, useScene } from '../scene/scene.ts';
import { Act } from './act.tsx';
import { authorOf } from './conversation.ts';
import type { ModerationAct } from './moderation.tsx';

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
  return (
    <>
      {may('hide') &&
        (post.hiddenBy ? (
          <Act icon={Eye} word={t('show')} onPress={() => rule('show')} />
        ) : (
          <Act icon={EyeOff} word={t('hide')} onPress={() => setAsked('hide')} />
        ))}
      {post.level === 0 && may('lock') && (
        <Act
          icon={isLocked ? LockOpen : Lock}
          word={t(isLocked ? 'unlock' : 'lock')}
          onPress={() => rule(isLocked ? 'unlock' : 'lock')}
        />
      )}
      {may('erase') && <Act icon={Eraser} word={t('erase')} onPress={() => setAsked('erase')} />}
      {!isMine && !isInstructor(scene.me.role) && (
        <Act icon={Flag} word={t('flag')} onPress={() => setAsked('flag')} />
      )}
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
