// What the server would not take: nothing a person wrote is lost by a refusal (U3, GATE10). The list comes with the first.

import { useLatePart } from '#components/ui/over/use-late-part.ts';
import { useOpenRoom } from '../frame/open-room.ts';

const fetchList = () => import('./refused-list.tsx');
/** The words stay on this device; the list is asked for again with the next refusal, and on the next visit. */
const leave = () => undefined;

export function RefusedDrafts() {
  const { length } = useOpenRoom().state.drafts;
  const late = useLatePart(length > 0 ? `${length}` : null, fetchList, leave);
  return length > 0 && late && <late.RefusedList />;
}
