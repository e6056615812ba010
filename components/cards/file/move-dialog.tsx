// Where in the file: a pocket, a hat and a block by name, those that are there already offered. New names make new headings.

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { type Heading, levels } from '#lib/model/card/file.ts';
import type { Filing } from '#lib/model/record.ts';
import css from './move.module.css';

type Props = {
  what: string;
  filings: readonly Filing[];
  start: Heading;
  /** How many levels may be chosen: a hat stands under a pocket alone. */
  depth: number;
  onMove: (heading: Heading) => void;
  onClose: () => void;
};

export function MoveDialog({ what, filings, start, depth, onMove, onClose }: Props) {
  const t = useTranslations('cards.file');
  const tAct = useTranslations('ui.act');
  const [heading, setHeading] = useState<Heading>(start);
  const id = useId();
  const move = () => {
    onMove(
      Object.fromEntries(
        levels.flatMap((level) => {
          const name = heading[level]?.trim();
          return name ? [[level, name]] : [];
        }),
      ),
    );
    onClose();
  };
  return (
    <Dialog title={t('move.title')} isOpen onClose={onClose}>
      <p className={css.what} dir="auto">
        {what}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <FormStack>
          {levels.slice(0, depth).map((level, i) => (
            <div key={level} className={css.field}>
              <label htmlFor={`${id}-${level}`}>{t(`level.${level}`)}</label>
              <input
                id={`${id}-${level}`}
                list={`${id}-${level}-known`}
                value={heading[level] ?? ''}
                maxLength={200}
                dir="auto"
                placeholder={t(`levelHelp.${level}`)}
                autoFocus={i === 0}
                onChange={({ target }) => setHeading({ ...heading, [level]: target.value })}
              />
              <datalist id={`${id}-${level}-known`}>
                {namesOf(filings, heading, level).map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </div>
          ))}
          <DialogActions>
            <Button onPress={onClose}>{tAct('cancel')}</Button>
            <Button look="primary" type="submit">
              {t('move.here')}
            </Button>
          </DialogActions>
        </FormStack>
      </form>
    </Dialog>
  );
}

/** The names of a level under what was chosen above it. */
function namesOf(filings: readonly Filing[], chosen: Heading, level: keyof Heading): string[] {
  const above = levels.slice(0, levels.indexOf(level));
  const under = filings.filter((one) =>
    above.every((upper) => (one[upper] ?? '') === (chosen[upper]?.trim() ?? '')),
  );
  return [...new Set(under.flatMap((one) => one[level] ?? []))];
}
