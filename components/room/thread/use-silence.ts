// Why a post's words are not shown to whoever looks; null where they are.

import { isInstructor } from '#lib/model/permission.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import { useScene } from '../scene/scene.ts';
import { silenceOf } from './conversation.ts';
import { useVoice } from './voice.ts';

export function useSilence(post: Post): string | null {
  return useSilences()(post);
}

/** The same of any post, for whoever goes through many. */
export function useSilences(): (post: Post) => string | null {
  const { people, me } = useScene();
  const voice = useVoice();
  return (post) => silenceOf(post, people, { isStaff: isInstructor(me.role), me: me.participant }, voice);
}
