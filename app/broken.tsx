'use client';
// What stands in place of a page that broke: what happened, what is safe, what to do. Handed its words, for where the frame
// of every page broke there is no catalogue around it.

import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import css from './error.module.css';

export type BrokenProps = { error: Error & { digest?: string }; reset: () => void };

export function Broken({
  words,
  error,
  reset,
}: BrokenProps & { words: Record<'title' | 'under' | 'again' | 'library' | 'forLog', string> }) {
  return (
    <Page width="form">
      <PageHead title={words.title} under={words.under} />
      <div className={css.acts}>
        <Button look="primary" size="large" onPress={reset}>
          {words.again}
        </Button>
        <LinkButton href="/library" size="large">
          {words.library}
        </LinkButton>
      </div>
      {error.digest && (
        <p className={css.digest}>
          {words.forLog} {error.digest}
        </p>
      )}
    </Page>
  );
}
