// Where in the file: a pocket, a hat and a block by name, those that are there already offered. New names make new headings.

import { useId, useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import type { Heading } from '#lib/model/card/file.ts';
import type { Filing } from '#lib/model/record.ts';
import css from './move.module.css';

const levels = [
  { level: 'pocket', label: 'Pocket', help: 'The largest: a side, a topic.' },
  { level: 'hat', label: 'Hat', help: 'A position within it.' },
  { level: 'block', label: 'Block', help: 'What is read together.' },
] as const;

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
  const [heading, setHeading] = useState<Heading>(start);
  const id = useId();
  const move = () => {
    onMove(
      Object.fromEntries(
        levels.flatMap(({ level }) => {
          const name = heading[level]?.trim();
          return name ? [[level, name]] : [];
        }),
      ),
    );
    onClose();
  };
  return (
    <Dialog title="Where in the file" isOpen onClose={onClose}>
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
          {levels.slice(0, depth).map(({ level, label, help }, i) => (
            <div key={level} className={css.field}>
              <label htmlFor={`${id}-${level}`}>{label}</label>
              <input
                id={`${id}-${level}`}
                list={`${id}-${level}-known`}
                value={heading[level] ?? ''}
                maxLength={200}
                dir="auto"
                placeholder={help}
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
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" type="submit">
              File it here
            </Button>
          </DialogActions>
        </FormStack>
      </form>
    </Dialog>
  );
}

/** The names of a level under what was chosen above it. */
function namesOf(filings: readonly Filing[], chosen: Heading, level: keyof Heading): string[] {
  const above = levels.slice(
    0,
    levels.findIndex((one) => one.level === level),
  );
  const under = filings.filter((one) =>
    above.every((upper) => (one[upper.level] ?? '') === (chosen[upper.level]?.trim() ?? '')),
  );
  return [...new Set(under.flatMap((one) => one[level] ?? []))];
}
