// The parts of the desk that are fetched late, and together: fetched one by one, each brings its own copy of what they
// share, as the composer is.

import { NewsPill } from '../find/news-pill.tsx';
import { OverlapChooser } from '../highlights/overlap-chooser.tsx';
import { SelectionNames } from '../highlights/selection-names.tsx';
import { NoteComposer } from '../note-composer.tsx';
import { OpenThread } from '../open-thread.tsx';
import { SelectionBar } from '../selection/selection-bar.tsx';
import { DeskPanel } from './desk-panel.tsx';

export const deskParts = {
  ...{ OpenThread, NoteComposer, DeskPanel, NewsPill },
  ...{ OverlapChooser, SelectionBar, SelectionNames },
};
