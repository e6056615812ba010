// The text with one student's notes in place: their passages are lit, their words stand below the paragraph they are
// about, and everyone else is only there where they are answered.

import { type ReactNode, useRef } from 'react';
import { Strokes } from '#components/reading-room/highlights/strokes.tsx';
import { useIsMarking, useMarks } from '#components/reading-room/highlights/use-marks.ts';
import { useOverlay } from '#components/reading-room/highlights/use-overlay.ts';
import { ReadingText } from '#components/reading-room/text/reading-text.tsx';
import { useGeometry } from '#components/reading-room/text/use-geometry.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { Ref } from '#lib/model/record.ts';
import type { Said } from '#lib/model/review/room-work.ts';
import type { Range } from '#lib/model/text/text.ts';
import type { StudentText } from './use-student-text.ts';
import css from './work-text.module.css';

type Props = {
  text: StudentText;
  selected: Ref | null;
  renderNote: (said: Said) => ReactNode;
};

const none: readonly Range[] = [];

export function WorkText({ text, selected, renderNote }: Props) {
  const { reading, places } = useOpenRoom();
  const articleRef = useRef<HTMLElement>(null);
  const geometry = useGeometry(articleRef, places);
  const { discussion, byBlock } = text;
  const overlay = useOverlay(discussion, selected, null);
  const isMarking = useIsMarking();
  const marks = useMarks(isMarking, discussion, overlay);
  const notesOn = (block: number | null) => {
    const notes = byBlock.get(block);
    return notes && <div className={css.notes}>{notes.map(renderNote)}</div>;
  };
  return (
    <div className={css.text}>
      {notesOn(null)}
      <ReadingText
        reading={reading}
        notes={[]}
        marks={marks}
        stop={0}
        articleRef={articleRef}
        after={notesOn}
      />
      {!isMarking && (
        <Strokes
          key={reading.edition}
          articleRef={articleRef}
          places={places}
          discussion={discussion}
          overlay={overlay}
          drafted={none}
          selectedByOthers={none}
          geometry={geometry}
        />
      )}
    </div>
  );
}
