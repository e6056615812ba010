// What can be done with a post besides answering it, in the order of its menu. permission.ts decides which are offered.

import { CircleCheck, Link2, Network, PencilLine, RotateCcw, Trash2 } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Post, Thread } from '#lib/model/threads/thread.ts';
import { mayReword } from '../card/card-acts.ts';
import { useOpenRoom } from '../frame/open-room.ts';
import { useViews } from '../frame/use-views.ts';
import { viewAt } from '../frame/views.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { mayRule, useScene, verdictOnRevising } from '../scene/scene.ts';
import type { PostAct } from './act.tsx';
import { useModeration } from './use-moderation.tsx';

export type OfPost = {
  thread: Thread;
  post: Post;
  entry: Entry<Point>;
  onEdit: () => void;
  onWithdraw: () => void;
};

export function usePostActs({ thread, post, entry, onEdit, onWithdraw }: OfPost): {
  acts: PostAct[];
  dialog: ReactNode;
} {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const { info } = useOpenRoom();
  const router = useRouter();
  const isOnMap = viewAt(usePathname(), useViews())?.name === 'map';
  const moderation = useModeration(post);
  const isShared = scene.placeOf(entry.ref) === 'room';
  const isMine = entry.participant === scene.me.participant;
  const mayRevise = isMine && verdictOnRevising(scene, entry).ok;
  const ruling = thread.resolvedBy ? 'reopen' : 'resolve';
  const edit = { icon: PencilLine, isOften: true, onPress: onEdit };
  const acts: PostAct[] = [];
  if (mayRevise && entry.value.kind !== 'highlight') acts.push({ ...edit, word: t('edit') });
  if (mayRevise) acts.push({ icon: Trash2, word: t('withdraw'), isOften: true, onPress: onWithdraw });
  if (mayReword(scene, entry)) acts.push({ ...edit, word: t('reword') });
  if (isShared && post.level === 0 && mayRule(scene, ruling, post.ref))
    acts.push({
      icon: ruling === 'resolve' ? CircleCheck : RotateCcw,
      word: t(ruling),
      isOften: true,
      onPress: () => sayIfFailed(scene.acts.rule(ruling, post.ref)),
    });
  if (!isOnMap)
    acts.push({
      icon: Network,
      word: t('showInMap'),
      onPress: () => router.push(`/rooms/${info.room.id}/map#p=${entry.ref}`),
    });
  acts.push({
    icon: Link2,
    word: t('copyLink'),
    onPress: async () =>
      showToast(t((await isCopied(scene.addressOf(entry.ref))) ? 'linkCopied' : 'linkInBar')),
  });
  if (isShared) acts.push(...moderation.acts);
  return { acts, dialog: moderation.dialog };
}

async function isCopied(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    // Plain http and some browsers have no clipboard: the address bar can be copied from instead.
    location.hash = new URL(address).hash;
    return false;
  }
}
