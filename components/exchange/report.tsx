// Sentences on what was not, or will not be, carried.

import css from './exchange.module.css';

export function Report({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section className={css.report} aria-live="polite">
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
