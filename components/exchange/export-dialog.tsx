'use client';
// Taking a discussion out: the formats with what each carries, what of this very discussion it cannot, then the file. It
// holds what the reading room's filter shows, unless they want all (U44).

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { isFiltering } from '#lib/model/threads/filter.ts';
import { filterFrom, withFilter } from '#lib/model/threads/filter-address.ts';
import css from './exchange.module.css';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';
import { type Export, useExport } from './use-export.ts';

const answer = v.object({
  threads: v.object({ shown: v.number(), all: v.number() }),
  formats: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      about: v.string(),
      isWhole: v.boolean(),
      report: v.array(v.string()),
    }),
  ),
});
type Answer = v.InferOutput<typeof answer>;
type Format = Answer['formats'][number];

export function ExportDialog({
  roomId,
  isOpen,
  onClose,
}: {
  roomId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('exchange.out');
  const tAct = useTranslations('ui.act');
  const filter = filterFrom(useSearchParams());
  const [isNarrowed, setNarrowed] = useState(true);
  const [found, setFound] = useState<Answer | null>(null);
  const [chosen, setChosen] = useState('word');
  const [problem, setProblem] = useState<string | null>(null);
  const { state, start, cancel } = useExport();
  const query = isFiltering(filter) && isNarrowed ? withFilter(new URLSearchParams(), filter) : '';
  const path = `/rooms/${encodeURIComponent(roomId)}/export${query}`;
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const load = async () => {
      const outcome = await send(path, answer, { method: 'GET', signal: stop.signal });
      if (outcome.ok) {
        setFound(outcome.value);
        setProblem(null);
      } else if (outcome.problem.code !== 'cancelled') setProblem(outcome.problem.message);
    };
    void load();
    return () => stop.abort();
  }, [isOpen, path]);
  const close = () => {
    cancel();
    onClose();
  };
  const format = found?.formats.find(({ id }) => id === chosen);
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={close} width="text">
      <div className={css.body}>
        <p className={css.quiet}>{t('about')}</p>
        {problem && <Notice tone="problem">{problem}</Notice>}
        {isFiltering(filter) && (
          <label className={css.choice}>
            <input
              type="checkbox"
              checked={isNarrowed}
              onChange={(event) => setNarrowed(event.target.checked)}
            />
            <span>
              <b>{t('onlyShown')}</b>
              {found && <span className={css.quiet}>{t('shown', found.threads)}</span>}
            </span>
          </label>
        )}
        {found ? (
          <Choices formats={found.formats} chosen={chosen} onChoose={setChosen} />
        ) : (
          !problem && <p className={css.quiet}>{t('reading')}</p>
        )}
        {format?.isWhole && query !== '' && (
          <p className={css.quiet} role="status">
            {t('whole')}
          </p>
        )}
        {format && <NotCarried format={format} />}
        <Outcome state={state} />
      </div>
      <DialogActions>
        {state.kind === 'running' && <Button onPress={cancel}>{tAct('cancel')}</Button>}
        <Button
          look="primary"
          isDisabled={!format}
          isPending={state.kind === 'running'}
          onPress={() => void start(`${path}${query === '' ? '?' : '&'}format=${chosen}`)}
        >
          {t('download')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Choices({
  formats,
  chosen,
  onChoose,
}: {
  formats: readonly Format[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations('exchange.out');
  return (
    <fieldset className={css.choices}>
      <legend className={css.legend}>{t('format')}</legend>
      {formats.map(({ id, label, about }) => (
        <label key={id} className={css.choice}>
          <input type="radio" name="format" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <b>{label}</b>
            <span className={css.quiet}>{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function NotCarried({ format: { report } }: { format: Format }) {
  const t = useTranslations('exchange.out');
  return report.length === 0 ? (
    <p className={css.quiet} role="status">
      {t('allCarried')}
    </p>
  ) : (
    <Report title={t('notCarried')} sentences={report} />
  );
}

function Outcome({ state }: { state: Export }) {
  const t = useTranslations('exchange.out');
  if (state.kind === 'running') {
    const { done, of } = state;
    // Once all notes are in it the file is packed, which tells nothing of how far it is.
    return of > 0 && done === of ? (
      <Progress says={t('packing')} />
    ) : (
      <Progress says={t('writing')} done={done} of={of} />
    );
  }
  if (state.kind === 'done') return <Notice tone="done">{t('done')}</Notice>;
  return state.kind === 'failed' ? <Notice tone="problem">{state.message}</Notice> : null;
}
