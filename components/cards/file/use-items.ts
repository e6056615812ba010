// The cards and arguments that the file can show: each as one's own side has it, with the words it has in its reading.

import { useCallback, useMemo } from 'react';
import { useCiteWords } from '#components/room/card/use-cite-words.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { sourceOf, usePassages } from '#components/room/scene/passages.ts';
import { readable } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { cardWords } from '#lib/model/card/card.ts';
import { fullCite } from '#lib/model/card/cite.ts';
import type { Card, Entry, Point, Ref } from '#lib/model/record.ts';

export type Item = {
  entry: Entry<Point>;
  /** The tag of a card, the words of an argument. */
  words: string;
  card: Card | undefined;
  body: string;
  /** What a card quotes. */
  quoted: string;
};

export type Items = {
  of: (ref: Ref) => Item | undefined;
  /** Every card that one may see, in the order of the text. */
  cards: readonly Ref[];
  /** Every argument with words that one may see. */
  points: readonly Ref[];
  /** Those of these that hold all the words of a search. */
  matching: (search: string, among: Iterable<Ref>) => ReadonlySet<Ref>;
};

export function useItems(): Items {
  const { discussion } = useOpenRoom();
  const { people, revised } = useScene();
  const passages = usePassages();
  const citeWords = useCiteWords();
  const of = useMemo(() => {
    const known = new Map<Ref, Item | undefined>();
    return (ref: Ref) => {
      if (!known.has(ref)) {
        const post = discussion.posts.get(ref)?.post;
        const entry = post?.hiddenBy || post?.entry?.value.withdrawn ? undefined : post?.entry;
        known.set(ref, entry && itemOf(entry));
      }
      return known.get(ref);
    };
    function itemOf(entry: Entry<Point>): Item {
      const { point } = revised(entry);
      const body = readable(people, point.body ?? '');
      const quoted = point.card ? cardWords(point, sourceOf(point.anchor, passages)).words : '';
      return { entry, words: point.card?.tag ?? body, card: point.card, body, quoted };
    }
  }, [discussion, people, revised, passages]);
  const cards = useMemo(
    () =>
      [...discussion.posts.values()].flatMap(({ post: { ref, entry } }) =>
        entry?.value.card && !entry.value.withdrawn ? [ref] : [],
      ),
    [discussion],
  );
  const points = useMemo(
    () =>
      [...discussion.posts.keys()].filter((ref) => {
        const item = of(ref);
        return item !== undefined && !item.card && item.words.trim() !== '';
      }),
    [discussion, of],
  );
  const matching = useCallback(
    (search: string, among: Iterable<Ref>) => {
      const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
      const isFound = (ref: Ref) => {
        const item = of(ref);
        if (!item) return false;
        const cite = item.card ? fullCite(item.card.cite, citeWords) : '';
        const all = `${item.words} ${cite} ${item.quoted} ${item.body}`.toLowerCase();
        return parts.every((part) => all.includes(part));
      };
      return new Set([...among].filter(isFound));
    },
    [of, citeWords],
  );
  return useMemo(() => ({ of, cards, points, matching }), [of, cards, points, matching]);
}
