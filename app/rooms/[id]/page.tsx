// The reading view: the text, and beside it what is said about it.

import { ReadingDesk } from '#components/reading-room/reading-desk.tsx';

export default function ReadingPage() {
  return <ReadingDesk />;
}
