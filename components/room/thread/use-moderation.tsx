// What may be done about someone's note besides answering it: hide and show it, lock its thread, erase it, flag it.
// permission.ts decides which are offered.

import { Eraser, Eye, EyeOff, Flag, Lock, LockOpen } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { isInstructor } from '#lib/model/permission.ts';
import type { RulingAct } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayRule, useScene } from '../scene/scene.ts';
import type { PostAct } from './act.tsx';
import { authorOf } from './conversation.ts';
import type { ModerationAct } from './moderation.tsx';

const ModerationDialog = dynamic(() => import('./moderation.tsx').then((module) => module.ModerationDialog), {
  ssr: false,
});

/** The acts there are, and the dialog of the one that was chosen. */
export function useModeration(post: Post): { acts: PostAct[]; dialog: ReactNode } {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const { info } = useOpenRoom();
  const [asked, setAsked] = useState<ModerationAct | null>(null);
  const isMine = post.entry?.participant === scene.me.participant;
  const isLocked = scene.room.locks?.isInLockedThread(post.ref) ?? false;
  const may = (act: RulingAct) => mayRule(scene, act, post.ref);
  const ruling = (act: 'show' | 'lock' | 'unlock') => ({
    word: t(act),
    onPress: () => sayIfFailed(scene.acts.rule(act, post.ref)),
  });
  const asking = (act: ModerationAct) => ({ word: t(act), onPress: () => setAsked(act) });
  const acts: PostAct[] = [];
  if (may('hide'))
    acts.push(post.hiddenBy ? { icon: Eye, ...ruling('show') } : { icon: EyeOff, ...asking('hide') });
  if (post.level === 0 && may('lock'))
    acts.push(isLocked ? { icon: LockOpen, ...ruling('unlock') } : { icon: Lock, ...ruling('lock') });
  if (!isMine && !isInstructor(scene.me.role)) acts.push({ icon: Flag, ...asking('flag') });
  if (may('erase')) acts.push({ icon: Eraser, isFinal: true, ...asking('erase') });
  const dialog = asked && (
    <ModerationDialog
      act={asked}
      of={post.ref}
      author={authorOf(post, scene.people)}
      roomId={info.room.id}
      onClose={() => setAsked(null)}
    />
  );
  return { acts, dialog };
}
