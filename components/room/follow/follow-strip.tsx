// What goes on between people who follow each other: shown, and fetched, once there is something.

import { useLatePart } from '#components/ui/over/use-late-part.ts';
import type { FollowProps } from './follow-strips.tsx';

const fetchStrips = () => import('./follow-strips.tsx');
/** A question that cannot be shown is answered by nobody; whoever asked may ask again. */
const leave = () => undefined;

export function FollowStrip(props: FollowProps) {
  const { follows, waitsFor, asked, followers } = props.follow;
  const isAnything = asked.length + followers.length > 0 || Boolean(follows ?? waitsFor);
  const late = useLatePart(isAnything ? 'following' : null, fetchStrips, leave);
  return isAnything && late && <late.FollowStrips {...props} />;
}
