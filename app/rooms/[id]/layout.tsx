// The looks of highlighted passages, which no class name can carry, come with every page of a room.

import '#components/reading-room/highlights/highlights.css';
import type { ReactNode } from 'react';

export default function RoomLayout({ children }: { children: ReactNode }) {
  return children;
}
