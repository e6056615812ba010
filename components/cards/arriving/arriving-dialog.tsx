// Bringing in a Word file of cards: chosen, looked at with its report, and only then written.

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
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
  const t = useTranslations('cards.arriving');
  const tAct = useTranslations('ui.act');
  const { arrival, read, bringIn, cancel, startOver } = useArriving(desk);
  const close = () => {
    cancel();
    onClose();
  };
  const { place } = desk;
  return (
    <Dialog title={t('title')} isOpen onClose={close} width="text">
      <div className={css.body}>
        {arrival.kind === 'choose' && (
          <Chooser problem={arrival.problem} onFile={(file) => void read(file)} />
        )}
        {arrival.kind === 'reading' && <p role="status">{t('reading')}</p>}
        {arrival.kind === 'found' && <Found found={arrival.found} points={arrival.points} />}
        {arrival.kind === 'writing' && (
          <p role="status">{t('writing', { done: arrival.done, all: arrival.of })}</p>
        )}
        {arrival.kind === 'done' && (
          <Notice tone="done">
            {arrival.count === arrival.of
              ? t('done', { count: arrival.count, place })
              : t('stopped', { count: arrival.count, all: arrival.of, place })}
          </Notice>
        )}
        {arrival.kind === 'failed' && (
          <Notice tone="problem">
            {arrival.problem} {t('failed', { count: arrival.count, place })}
          </Notice>
        )}
      </div>
      <DialogActions>
        {(arrival.kind === 'reading' || arrival.kind === 'writing') && (
          <Button onPress={cancel}>{arrival.kind === 'reading' ? tAct('cancel') : t('stop')}</Button>
        )}
        {arrival.kind === 'found' && (
          <>
            <Button onPress={startOver}>{t('chooseOther')}</Button>
            <Button look="primary" onPress={() => void bringIn(arrival.found, arrival.points)}>
              {t('bringIn', { count: arrival.points.length })}
            </Button>
          </>
        )}
        {(arrival.kind === 'done' || arrival.kind === 'failed') && (
          <>
            {arrival.count > 0 && <Button onPress={arrival.takeBack}>{t('takeBack')}</Button>}
            <Button look="primary" onPress={close}>
              {t('toFile')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Chooser({ problem, onFile }: { problem: string | null; onFile: (file: File) => void }) {
  const t = useTranslations('cards.arriving');
  return (
    <>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p className={css.quiet}>{t('about')}</p>
      <label>
        <span className={css.legend}>{t('choose')} </span>
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
  const t = useTranslations('cards.arriving');
  const { info } = useOpenRoom();
  const lines = useMemo(() => outlineOf(cards, t('noTag')), [cards, t]);
  const unchecked = points.filter(({ card }) => card?.text !== undefined).length;
  const checked = points.filter(({ card }) => card && card.text === undefined).length;
  const others = points.length - unchecked - checked;
  return (
    <>
      <p role="status">
        {others > 0
          ? t('foundBoth', { cards: unchecked + checked, others })
          : t('foundCards', { cards: unchecked + checked })}
        {unchecked > 0 && ` ${t('unchecked', { count: unchecked, texts: info.readings.length })}`}
      </p>
      {info.readings.length > 1 && checked > 0 && (
        <ul className={css.where} aria-label={t('where')}>
          {standingIn(points, info.readings).map(({ id, title, count }) => (
            <li key={id}>{t.rich('inReading', { count, title, reading: (words) => <bdi>{words}</bdi> })}</li>
          ))}
        </ul>
      )}
      {report.length > 0 && (
        <section className={css.report}>
          <h3>{t('notAsItWas')}</h3>
          <ul>
            {report.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <ul className={css.outline} aria-label={t('outline')} tabIndex={0}>
        {lines.slice(0, mostShown).map(({ key, level, text }) => (
          <li key={key} data-level={level} dir="auto">
            {text}
          </li>
        ))}
        {lines.length > mostShown && <li>{t('more', { count: lines.length - mostShown })}</li>}
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
function outlineOf(
  cards: readonly LeavingCard[],
  noTag: string,
): { key: string; level: number; text: string }[] {
  let above: readonly string[] = [];
  return cards.flatMap((card, i) => {
    const names = levels.map((level) => card[level] ?? '');
    const from = names.findIndex((name, at) => name !== above[at]);
    const headings = (from < 0 ? [] : names.slice(from)).flatMap((text, at) =>
      text ? [{ key: `${i} ${at}`, level: from + at + 1, text }] : [],
    );
    above = names;
    return [...headings, { key: `${i}`, level: 4, text: card.tag || noTag }];
  });
}
