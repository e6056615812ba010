// The library while it is empty: how to get from here to a first discussion, in a minute (U45).

import { LinkButton } from '#components/ui/form/button.tsx';
import css from './library.module.css';

export function FirstSteps({ canImport }: { canImport: boolean }) {
  if (!canImport)
    return (
      <section className={css.first} aria-label="Nothing here yet">
        <h2>Nothing here yet</h2>
        <p>
          Discussions appear here when you are invited. Open the link that you were sent, or create an account
          to bring in a reading of your own.
        </p>
        <LinkButton href="/sign-up" look="primary" size="large">
          Create an account
        </LinkButton>
      </section>
    );
  return (
    <section className={css.first} aria-label="Your first discussion">
      <h2>Your first discussion, in a minute</h2>
      <ol className={css.steps}>
        <li>
          <span>
            <strong>Bring in a text.</strong> Paste an op-ed or choose a file; see at once how it will read.
          </span>
        </li>
        <li>
          <span>
            <strong>Publish it.</strong> A discussion opens on it, with you in it.
          </span>
        </li>
        <li>
          <span>
            <strong>Send the invite link.</strong> Whoever opens it gives a name and is in.
          </span>
        </li>
      </ol>
      <LinkButton href="/readings/new" look="primary" size="large">
        Bring in a text
      </LinkButton>
    </section>
  );
}
