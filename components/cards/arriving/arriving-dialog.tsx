// Bringing in a Word file of cards: chosen, looked at with its report, and only then written.

import { useMemo } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { ReadingInfo } from '#components/room/frame/room-info.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { Arriving } from '#lib/model/card/arriving.ts';
import type { LeavingCard } from '#lib/model/card/leaving.ts';
import type { Point } from '#lib/model/record.ts';
import type { FileDesk } from '../file/use-file.ts';
import css from './arriving.module.css';
import { useArriving } from './use-arriving.ts';

export function ArrivingDialog({ desk, onClose }: { desk: FileDesk; onClose: () => void }) {
  const { arrival, read, bringIn, cancel, startOver } = useArriving(desk);
  const close = () => {
    cancel();
    onClose();
  };
  const whose = desk.place === 'side' ? 'your side’s file' : 'your own file';
  return (
    <Dialog title="Bring in a Word file of cards" isOpen onClose={close} width="text">
      <div className={css.body}>
        {arrival.kind === 'choose' && (
          <Chooser problem={arrival.problem} onFile={(file) => void read(file)} />
        )}
        {arrival.kind === 'reading' && <p role="status">Reading the file…</p>}
        {arrival.kind === 'found' && <Found found={arrival.found} points={arrival.points} />}
        {arrival.kind === 'writing' && (
          <p role="status">
            {arrival.done} of {arrival.of} brought in…
          </p>
        )}
        {arrival.kind === 'done' && (
          <Notice tone="done">
            {arrival.count === arrival.of
              ? `${counted(arrival.count)} stand at the end of ${whose}.`
              : `Stopped. ${counted(arrival.count)} of ${arrival.of} stand in ${whose}; the others were not brought in.`}
          </Notice>
        )}
        {arrival.kind === 'failed' && (
          <Notice tone="problem">
            {arrival.problem} {counted(arrival.count)} stand in {whose}.
          </Notice>
        )}
      </div>
      <DialogActions>
        {(arrival.kind === 'reading' || arrival.kind === 'writing') && (
          <Button onPress={cancel}>{arrival.kind === 'reading' ? 'Cancel' : 'Stop'}</Button>
        )}
        {arrival.kind === 'found' && (
          <>
            <Button onPress={startOver}>Choose another file</Button>
            <Button look="primary" onPress={() => void bringIn(arrival.found, arrival.points)}>
              Bring in {counted(arrival.points.length)}
            </Button>
          </>
        )}
        {(arrival.kind === 'done' || arrival.kind === 'failed') && (
          <>
            {arrival.count > 0 && <Button onPress={arrival.takeBack}>Take them back</Button>}
            <Button look="primary" onPress={close}>
              To the file
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Chooser({ problem, onFile }: { problem: string | null; onFile: (file: File) => void }) {
  return (
    <>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p className={css.quiet}>
        A .docx with headings for pocket, hat, block and tag, as debaters’ templates make them. Any other is
        read as far as it goes. You see what was understood before anything is written.
      </p>
      <label>
        <span className={css.legend}>Word file </span>
        <input
          type="file"
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onFile(file);
          }}
        />
      </label>
    </>
  );
}

function Found({ found: { cards, report }, points }: { found: Arriving; points: readonly Point[] }) {
  const { info } = useOpenRoom();
  const lines = useMemo(() => outlineOf(cards), [cards]);
  const unchecked = points.filter(({ card }) => card?.text !== undefined).length;
  const checked = points.filter(({ card }) => card && card.text === undefined).length;
  const others = points.length - unchecked - checked;
  return (
    <>
      <p role="status">
        {counted(unchecked + checked)}
        {others > 0 && ` and ${others === 1 ? '1 argument' : `${others} arguments`}`} found.
        {unchecked > 0 &&
          ` ${unchecked} of them will say “source not checked”: ${info.readings.length > 1 ? 'none of this debate’s texts has' : 'this discussion’s text does not have'} their words.`}
      </p>
      {info.readings.length > 1 && checked > 0 && (
        <ul className={css.where} aria-label="Where their words stand">
          {standingIn(points, info.readings).map(({ id, title, count }) => (
            <li key={id}>
              {counted(count)} in <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      )}
      {report.length > 0 && (
        <section className={css.report}>
          <h3>What is not as it was</h3>
          <ul>
            {report.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <ul className={css.outline} aria-label="What was found" tabIndex={0}>
        {lines.slice(0, mostShown).map(({ key, level, text }) => (
          <li key={key} data-level={level} dir="auto">
            {text}
          </li>
        ))}
        {lines.length > mostShown && <li>and {lines.length - mostShown} more</li>}
      </ul>
    </>
  );
}

/** How many of these stand in each of the readings; those in which none does are left out. */
function standingIn(points: readonly Point[], readings: readonly ReadingInfo[]) {
  return readings
    .map(({ id, title }) => ({
      id,
      title,
      count: points.filter(({ anchor }) => anchor?.reading === id).length,
    }))
    .filter(({ count }) => count > 0);
}

const mostShown = 300;
const levels = ['pocket', 'hat', 'block'] as const;

/** Each heading once above what stands under it, and each tag. */
function outlineOf(cards: readonly LeavingCard[]): { key: string; level: number; text: string }[] {
  let above: readonly string[] = [];
  return cards.flatMap((card, i) => {
    const names = levels.map((level) => card[level] ?? '');
    const from = names.findIndex((name, at) => name !== above[at]);
    const headings = (from < 0 ? [] : names.slice(from)).flatMap((text, at) =>
      text ? [{ key: `${i} ${at}`, level: from + at + 1, text }] : [],
    );
    above = names;
    return [...headings, { key: `${i}`, level: 4, text: card.tag || 'No tag' }];
  });
}

function counted(count: number): string {
  return count === 1 ? '1 card' : `${count.toLocaleString('en')} cards`;
}
