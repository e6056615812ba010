// A Word file on its way into the file of cards: read by the server, looked at, and only then written, a few cards at a time,
// on one's own layer. Whoever stops has what is written by then, and can take it back.

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { newRecordId } from '#components/room/scene/acts.ts';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { send } from '#components/ui/form/request.ts';
import { type Arriving, arrivedFilings, arrivedPoint, arrivingSchema } from '#lib/model/card/arriving.ts';
import { type Filing, filingId, type Point, type RecordId, refOf, withdrawnFrom } from '#lib/model/record.ts';
import { textOf } from '#lib/model/text/text.ts';
import type { FileDesk } from '../file/use-file.ts';

export type Arrival =
  | { kind: 'choose'; problem: string | null }
  | { kind: 'reading' }
  | { kind: 'found'; found: Arriving; points: readonly Point[] }
  | { kind: 'writing'; done: number; of: number }
  | { kind: 'done'; count: number; of: number; takeBack: () => void }
  | { kind: 'failed'; count: number; problem: string; takeBack: () => void };

type Written = { id: RecordId; point: Point; filing: Filing };

/** So many are written before the screen is told, once for all of them, and before one can stop. */
const atOnce = 40;

export function useArriving(desk: FileDesk) {
  const t = useTranslations('cards.arriving');
  const { info } = useOpenRoom();
  const { me, acts } = useScene();
  const [arrival, setArrival] = useState<Arrival>({ kind: 'choose', problem: null });
  const stop = useRef(new AbortController());

  const read = async (file: File) => {
    stop.current = new AbortController();
    const body = new FormData();
    body.set('file', file);
    setArrival({ kind: 'reading' });
    const path = `/rooms/${encodeURIComponent(info.room.id)}/cards/preview`;
    const outcome = await send(path, arrivingSchema, { body, signal: stop.current.signal });
    if (!outcome.ok) {
      const isStopped = outcome.problem.code === 'cancelled';
      setArrival({ kind: 'choose', problem: isStopped ? null : outcome.problem.message });
      return;
    }
    const at = new Date().toISOString();
    const sources = info.readings.map(({ id, edition, blocks }) => ({
      reading: id,
      edition,
      text: textOf(blocks),
    }));
    const points = outcome.value.cards.map((card) => arrivedPoint(card, at, sources));
    setArrival({ kind: 'found', found: outcome.value, points });
  };

  const bringIn = async (found: Arriving, points: readonly Point[]) => {
    stop.current = new AbortController();
    const ids = points.map(() => newRecordId());
    const arrived = found.cards.map((card, i) => ({ card, of: refOf(me.participant, ids[i] ?? '') }));
    const filings = arrivedFilings(arrived, desk.filings);
    const all = points.flatMap((point, i): Written[] => {
      const [id, filing] = [ids[i], filings[i]];
      return id && filing ? [{ id, point, filing }] : [];
    });
    const written: Written[] = [];
    const takeBack = () => {
      const gone = written.flatMap(({ id, point, filing }) => [
        [id, withdrawnFrom(point)] as const,
        [filingId(filing), { ...filing, removed: true as const }] as const,
      ]);
      sayIfFailed(acts.putAll(desk.place, gone));
      setArrival({ kind: 'choose', problem: null });
    };
    try {
      for (let at = 0; at < all.length && !stop.current.signal.aborted; at += atOnce) {
        setArrival({ kind: 'writing', done: at, of: all.length });
        const some = all.slice(at, at + atOnce);
        await acts.putAll(
          desk.place,
          some.flatMap(({ id, point, filing }) => [
            [id, point] as const,
            [filingId(filing), filing] as const,
          ]),
        );
        await painted();
        written.push(...some);
      }
      setArrival({ kind: 'done', count: written.length, of: all.length, takeBack });
    } catch (error) {
      const problem = error instanceof Error ? error.message : t('notWritten');
      setArrival({ kind: 'failed', count: written.length, problem, takeBack });
    }
  };

  return {
    arrival,
    read,
    bringIn,
    cancel: () => stop.current.abort(),
    startOver: () => setArrival({ kind: 'choose', problem: null }),
  };
}

/** Lets the browser show what was written, and hear a press on Stop. */
function painted(): Promise<void> {
  return new Promise((go) => setTimeout(go));
}
