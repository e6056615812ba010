// Arguments that are not in the file yet: found by their words, chosen, and filed where the keys are.

import { useDeferredValue, useMemo, useState } from 'react';
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
    <Dialog title="Put arguments into the file" isOpen onClose={onClose} width="text">
      <div className={css.body}>
        <input
          type="search"
          aria-label="Find an argument"
          placeholder="Find an argument"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {found.length === 0 ? (
          <p className={css.none}>
            {searched
              ? 'No argument outside the file has all of these words.'
              : 'Every argument with words is in the file already.'}
          </p>
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
          <p className={css.none}>{found.length - mostShown} more: find them by their words.</p>
        )}
      </div>
      <DialogActions>
        <span className={css.where} dir="auto">
          {under ? `Under ${under}` : 'Under no heading'}
        </span>
        <Button onPress={onClose}>Cancel</Button>
        <Button
          look="primary"
          isDisabled={chosen.size === 0}
          onPress={() => {
            onFile(items.points.filter((of) => chosen.has(of)));
            onClose();
          }}
        >
          {chosen.size === 1 ? 'File 1 argument' : `File ${chosen.size} arguments`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
