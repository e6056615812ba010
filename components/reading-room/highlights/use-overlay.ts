// Which points are active and which are lit: every passage of the open thread, and of what is pointed at (U7).

import { useMemo } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Post } from '#lib/model/threads/thread.ts';
import type { Overlay } from './paints.ts';

export function useOverlay(discussion: Discussion, active: Ref | null, lit: Ref | null): Overlay {
  return useMemo(() => {
    const inThreadOf = (ref: Ref) => new Set(refsIn(discussion.posts.get(ref)?.thread.root));
    return {
      ...(active ? { active: inThreadOf(active) } : {}),
      ...(lit ? { lit: inThreadOf(lit) } : {}),
    };
  }, [discussion, active, lit]);
}

function refsIn(post: Post | undefined): Ref[] {
  return post ? [post.ref, ...post.answers.flatMap(refsIn)] : [];
}
