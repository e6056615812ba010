'use client';
// A page that broke while it was drawn. What people said is on the server's disk, whatever happens to a page.

import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import css from './error.module.css';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead
          title="This page did not work"
          under="Something went wrong while it was made. What you said and had saved is safe. Try again; if it stays, tell whoever runs this server."
        />
        <div className={css.acts}>
          <Button look="primary" size="large" onPress={reset}>
            Try again
          </Button>
          <LinkButton href="/library" size="large">
            Go to your library
          </LinkButton>
        </div>
        {error.digest && <p className={css.digest}>For the log: {error.digest}</p>}
      </Page>
    </>
  );
}
