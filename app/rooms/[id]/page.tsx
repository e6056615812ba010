// The reading view: the text, and beside it what is said about it.

import { ReadingDesk } from '#components/reading-room/reading-desk.tsx';
import { Words } from '../../words.tsx';

export default function ReadingPage() {
  return (
    <Words areas={['reading', 'cards']}>
      <ReadingDesk />
    </Words>
  );
}
