// The filter as the address has it, and the discussion as it lets it through. A link to a note that it keeps back switches
// it off: what someone follows they see.

import { useSearchParams } from 'next/navigation';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { type Discussion, discussionOf } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { usePassages } from '#components/room/scene/passages.ts';
import { type Filter, filtered, isFiltering } from '#lib/model/threads/filter.ts';
import { filterFrom, withFilter } from '#lib/model/threads/filter-address.ts';

export type Finding = {
  filter: Filter;
  /** Puts another filter in the address; typing replaces the last one there, a choice is a step to go back from. */
  choose(filter: Filter, how?: 'step' | 'typing'): void;
  /** What the filter lets through; the whole discussion while there is none. */
  found: Discussion;
  isFiltering: boolean;
};

export function useFilter(): Finding {
  const { threads, discussion, unread, places, info } = useOpenRoom();
  const { locate, elsewhere } = usePassages();
  const params = useSearchParams();
  const filter = useMemo(() => filterFrom(new URLSearchParams(params)), [params]);
  // Typing goes on while many notes are looked through.
  const wanted = useDeferredValue(filter);
  const me = info.me.participantId;
  const found = useMemo(() => {
    if (!isFiltering(wanted)) return discussion;
    const shown = filtered(threads, wanted, { me, isUnread: ({ ref }) => unread.has(ref) });
    return discussionOf(shown, locate, places, undefined, elsewhere);
  }, [wanted, discussion, threads, unread, me, locate, places, elsewhere]);
  const choose = useCallback<Finding['choose']>((next, how = 'step') => {
    const address = location.pathname + withFilter(new URLSearchParams(location.search), next);
    if (how === 'step') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }, []);
  return { filter, choose, found, isFiltering: isFiltering(wanted) };
}
