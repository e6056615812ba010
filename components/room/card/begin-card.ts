// Beginning a card on selected words: a draft of the whole paragraph with those words highlighted, its cite filled from
// the reading. What was begun on the same paragraph is gone on with.

import { cardFrom } from '#lib/model/card/card.ts';
import { citeFrom } from '#lib/model/card/cite-from.ts';
import { normalised } from '#lib/model/card/marks.ts';
import type { Heading, Range } from '#lib/model/text/text.ts';
import { passageTarget, type Target } from '#lib/sync/device/drafts.ts';
import type { Passages } from '../scene/passages.ts';
import { placesFor, type Scene } from '../scene/scene.ts';
import { placeOfCard } from './place-of-card.ts';

export function beginCard(scene: Scene, passages: Passages, range: Range, reading: Heading): Target {
  const { text, reading: id, edition } = passages;
  const { anchor, card } = cardFrom(
    range,
    text,
    { reading: id, edition },
    { tag: '', cite: citeFrom(reading, today()) },
  );
  const { start, end } = anchor;
  const target = passageTarget('card', anchor);
  const begun = scene.drafts.all().get(target);
  const { cite, marks } = card;
  const place = placeOfCard(placesFor(scene)) ?? 'private';
  scene.drafts.write(
    target,
    begun?.card
      ? { ...begun, card: { ...begun.card, marks: normalised([...begun.card.marks, ...marks], end - start) } }
      : { body: '', kind: 'claim', place, range: { start, end }, anchor, card: { cite, marks } },
  );
  return target;
}

/** As it is where the reader is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
