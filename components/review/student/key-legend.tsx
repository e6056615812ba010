// The keys of grading, where one looks while grading. Spoken as a sentence; the little keys are a picture of it.

import spoken from '#components/ui/spoken.module.css';
import css from './key-legend.module.css';

export function KeyLegend() {
  return (
    <p className={css.keys}>
      <span className={spoken.only}>
        Keys: J and K student, N and P note, C criterion, 1 to 9 level, W word
      </span>
      <span aria-hidden="true">
        <kbd>J</kbd> <kbd>K</kbd> student <kbd>N</kbd> <kbd>P</kbd> note <kbd>C</kbd> criterion <kbd>1</kbd>–
        <kbd>9</kbd> level <kbd>W</kbd> word
      </span>
    </p>
  );
}
