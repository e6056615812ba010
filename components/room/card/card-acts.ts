// What partners do with each other's words, and what is done with a card besides what is done with any note, as records:
// changing it in its own place or, by a partner, as a revision; and saying what was prepared.

import type { Card, Entry, Point, Revision } from '#lib/model/record.ts';
import { revisionId } from '#lib/model/round/revision.ts';
import { type Scene, verdictOn } from '../scene/scene.ts';

/** `mine`: what one made of this card before; the new revision says all of it. */
export function recut(
  scene: Pick<Scene, 'me' | 'acts' | 'placeOf'>,
  entry: Entry<Point>,
  card: Pick<Card, 'tag' | 'cite' | 'marks'>,
  mine: Revision | undefined,
): Promise<void> {
  const { ref, id, value } = entry;
  if (entry.participant === scene.me.participant && value.card)
    return scene.acts.put(scene.placeOf(ref), id, { ...value, card: { ...value.card, ...card } });
  const at = new Date().toISOString();
  return scene.acts.put('side', revisionId(ref), { ...mine, type: 'revision', of: ref, at, card });
}

/** Puts a partner's note in other words for one's side; `mine` as above. */
export function reword(
  { acts }: Pick<Scene, 'acts'>,
  { ref }: Entry<Point>,
  body: string,
  mine: Revision | undefined,
): Promise<void> {
  const at = new Date().toISOString();
  return acts.put('side', revisionId(ref), { ...mine, type: 'revision', of: ref, at, body });
}

/** May one put this in other words for one's side? Only a partner's, and only while one may write there. */
export function mayReword(scene: Scene, { ref, participant, value }: Entry<Point>): boolean {
  const { me, people, side } = scene;
  if (value.kind === 'highlight' || side === null || participant === me.participant) return false;
  if (people.get(participant)?.side !== side) return false;
  const after: Revision = { type: 'revision', of: ref, at: '1970-01-01T00:00:00.000Z' };
  return verdictOn(scene, 'side', { id: revisionId(ref), before: undefined, after }).ok;
}

/** May one say this card to everyone? Only one's own, out of one's side's prep or one's private notes. */
export function maySay(scene: Scene, { ref, id, participant, value }: Entry<Point>): boolean {
  if (!value.card || participant !== scene.me.participant || scene.placeOf(ref) === 'room') return false;
  return verdictOn(scene, 'room', { id, before: undefined, after: value }).ok;
}

/** Says a card as one's side has it by now. */
export function sayInRoom({ acts }: Pick<Scene, 'acts'>, { id }: Entry<Point>, point: Point): Promise<void> {
  return acts.put('room', id, { ...point, at: new Date().toISOString() });
}
