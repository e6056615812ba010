// Arguments that are not in the file yet: found by their words, chosen, and filed where the keys are.

import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { type Heading, levels } from '#lib/model/card/file.ts';
import type { Ref } from '#lib/model/record.ts';
import css from './put-arguments.module.css';
import type { Items } from './use-items.ts';

type Props = {
  items: Items;
  /** What is in the file already. */
  filed: ReadonlySet<Ref>;
  heading: Heading;
  onFile: (refs: readonly Ref[]) => void;
  onClose: () => void;
};

/** Past these a search is quicker than scrolling. */
const mostShown = 200;

export function PutArgumentsDialog({ items, filed, heading, onFile, onClose }: Props) {
  const t = useTranslations('cards.file.put');
  const tAct = useTranslations('ui.act');
  const { people } = useScene();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Ref>>(new Set());
  const searched = useDeferredValue(search.trim());
  const found = useMemo(() => {
    const open = items.points.filter((of) => !filed.has(of));
    const matching = searched ? items.matching(searched, open) : null;
    return open.filter((of) => !matching || matching.has(of));
  }, [items, filed, searched]);
  const choose = (of: Ref) => {
    const next = new Set(chosen);
    if (!next.delete(of)) next.add(of);
    setChosen(next);
  };
  const under = levels.flatMap((level) => heading[level] || []).join(' › ');
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} width="text">
      <div className={css.body}>
        <input
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {found.length === 0 ? (
          <p className={css.none}>{searched ? t('notFound') : t('none')}</p>
        ) : (
          <ul className={css.list}>
            {found.slice(0, mostShown).map((of) => {
              const item = items.of(of);
              if (!item) return null;
              return (
                <li key={of}>
                  <label>
                    <input type="checkbox" checked={chosen.has(of)} onChange={() => choose(of)} />
                    <span dir="auto">{item.words}</span>
                    <small>{nameOf(people, item.entry.participant)}</small>
                  </label>
                </li>
              );
            })}
          </ul>
        )}
        {found.length > mostShown && (
          <p className={css.none}>{t('more', { count: found.length - mostShown })}</p>
        )}
      </div>
      <DialogActions>
        <span className={css.where} dir="auto">
          {under ? t('under', { headings: under }) : t('underNone')}
        </span>
        <Button onPress={onClose}>{tAct('cancel')}</Button>
        <Button
          look="primary"
          isDisabled={chosen.size === 0}
          onPress={() => {
            onFile(items.points.filter((of) => chosen.has(of)));
            onClose();
          }}
        >
          {t('act', { count: chosen.size })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
