// How far a file is, in or out. What it says is spoken once; the numbers beside it are only to be seen.

import css from './exchange.module.css';

export function Progress({ says, done, of }: { says: string; done?: number; of?: number }) {
  const isCounted = done !== undefined && of !== undefined && of > 0;
  return (
    <div className={css.progress}>
      <progress aria-label={says} {...(isCounted && { value: done, max: of })} />
      <span role="status">{says}</span>
      {isCounted && (
        <span className={css.quiet}>
          {done.toLocaleString('en')} of {of.toLocaleString('en')}
        </span>
      )}
    </div>
  );
}
