'use client';
// The readings of a debate for who may change them: add one from the library or bring in a text, put them in another
// order, take one out in which nothing stands. Refusals say why, in the server's words.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { anything, send } from '#components/ui/form/request.ts';
import { useTurning } from '#components/ui/form/use-turning.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { maxReadings } from '#lib/model/room-readings.ts';
import css from './readings.module.css';

const answer = v.object({
  others: v.array(v.object({ id: v.string(), title: v.string(), byline: v.nullable(v.string()) })),
  mayImport: v.boolean(),
});
type Shelf = v.InferOutput<typeof answer>;

export function ReadingsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('reading.readings');
  const { info } = useOpenRoom();
  const { room, readings } = info;
  const [problem, setProblem] = useState<string | null>(null);
  const { isTurning, turn } = useTurning();
  const shelf = useShelf(room.id, readings.length, setProblem);
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was moved lost the focus when it came to its new place
  useLayoutEffect(() => {
    const button =
      moved.current && list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`);
    if (button) button.focus();
    moved.current = null;
  }, [readings]);

  const change = async (id: string, method: 'POST' | 'DELETE') => {
    const path = `/rooms/${room.id}/readings`;
    const outcome = await turn(id, () =>
      method === 'POST'
        ? send(path, anything, { body: { readingId: id } })
        : send(`${path}/${id}`, anything, { method }),
    );
    setProblem(outcome.ok ? null : outcome.problem.message);
  };

  const move = async (id: string, by: 1 | -1) => {
    const ids = readings.map((one) => one.id);
    const at = ids.indexOf(id);
    ids.splice(at + by, 0, ...ids.splice(at, 1));
    moved.current = `${id} ${by}`;
    const body = { readings: ids };
    const outcome = await turn(id, () =>
      send(`/rooms/${room.id}/readings`, anything, { method: 'PATCH', body }),
    );
    setProblem(outcome.ok ? null : outcome.problem.message);
  };

  return (
    <Dialog title={t('title')} isOpen onClose={onClose} width="form">
      <div className={css.dialog}>
        {problem && <Notice tone="problem">{problem}</Notice>}
        <section>
          <h3>{t('held')}</h3>
          <ul ref={list} className={css.list}>
            {readings.map(({ id, title, byline }, at) => (
              <li key={id}>
                <About title={title} byline={byline ?? null} />
                {readings.length > 1 && (
                  <span className={css.acts}>
                    <Move id={id} title={title} by={-1} isEnd={at === 0} onMove={() => void move(id, -1)} />
                    <Move
                      id={id}
                      title={title}
                      by={1}
                      isEnd={at === readings.length - 1}
                      onMove={() => void move(id, 1)}
                    />
                    <Button
                      look="quiet"
                      aria-label={t('takeOutNamed', { title })}
                      isPending={isTurning(id)}
                      onPress={() => void change(id, 'DELETE')}
                    >
                      {t('takeOut')}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className={css.quiet}>{t('notTakenOut')}</p>
        </section>
        {readings.length >= maxReadings ? (
          <p className={css.quiet}>{t('most', { count: maxReadings })}</p>
        ) : (
          <section>
            <h3>{t('shelf')}</h3>
            {shelf && shelf.others.length === 0 && (
              <p className={css.quiet}>{t('shelfEmpty', { space: room.spaceName })}</p>
            )}
            <ul className={`${css.list} ${css.shelf}`}>
              {shelf?.others.map(({ id, title, byline }) => (
                <li key={id}>
                  <About title={title} byline={byline} />
                  <Button
                    aria-label={t('addNamed', { title })}
                    isPending={isTurning(id)}
                    onPress={() => void change(id, 'POST')}
                  >
                    {t('add')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <DialogActions>
          {shelf?.mayImport && readings.length < maxReadings && (
            <LinkButton href={`/readings/new?room=${room.id}`}>{t('bringIn')}</LinkButton>
          )}
          <Button look="primary" onPress={onClose}>
            {t('done')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

type MoveProps = { id: string; title: string; by: 1 | -1; isEnd: boolean; onMove: () => void };

/** Stays where it is at either end, so that the focus does, too. */
function Move({ id, title, by, isEnd, onMove }: MoveProps) {
  const t = useTranslations('reading.readings');
  return (
    <button
      type="button"
      className={css.move}
      data-move={`${id} ${by}`}
      aria-label={t(by === 1 ? 'moveDownNamed' : 'moveUpNamed', { title })}
      title={t(by === 1 ? 'moveDown' : 'moveUp')}
      aria-disabled={isEnd}
      onClick={() => isEnd || onMove()}
    >
      {by === 1 ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
    </button>
  );
}

function About({ title, byline }: { title: string; byline: string | null }) {
  return (
    <span className={css.about}>
      <bdi>{title}</bdi>
      {byline && (
        <small>
          <bdi>{byline}</bdi>
        </small>
      )}
    </span>
  );
}

/** What may be added; asked again when the room holds another number of readings. */
function useShelf(room: string, held: number, onProblem: (words: string) => void): Shelf | null {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is held decides what is left to add
  useEffect(() => {
    const cancel = new AbortController();
    const path = `/rooms/${encodeURIComponent(room)}/readings`;
    void send(path, answer, { method: 'GET', signal: cancel.signal }).then((outcome) => {
      if (outcome.ok) setShelf(outcome.value);
      else if (!cancel.signal.aborted) onProblem(outcome.problem.message);
    });
    return () => cancel.abort();
  }, [room, held, onProblem]);
  return shelf;
}
