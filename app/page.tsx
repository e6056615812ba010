// The front page, for who is signed out: what this is, and the ways in.

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { DemoButton } from '#components/account/demo-button.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Specimen } from '#components/ui/page/specimen.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { demoRoom, isDemoOpen } from '#lib/data/readings/demo.ts';
import { currentIdentity } from './identity.ts';
import css from './page.module.css';

async function hasDemo(): Promise<boolean> {
  const host = (await headers()).get('host') ?? '';
  return isDemoOpen(host) && (await demoRoom()) !== null;
}

export default async function FrontPage() {
  if (await currentIdentity()) redirect('/library');
  const isDemoHere = await hasDemo();
  return (
    <>
      <TopBar end={<LinkButton href="/sign-in">Sign in</LinkButton>} />
      <main className={css.page}>
        <div className={css.words}>
          <h1 className={css.title}>
            <span>Read it together.</span> <span>Answer it point by point.</span>
          </h1>
          <p className={css.standfirst}>
            A group opens an op-ed, highlights its passages, and answers each other in the margin, live.
          </p>
          <div className={css.acts}>
            {isDemoHere && <DemoButton />}
            <LinkButton href="/sign-up" look={isDemoHere ? 'plain' : 'primary'} size="large">
              Create an account
            </LinkButton>
          </div>
          <ul className={css.promises}>
            <li>Every note stands on the words it is about.</li>
            <li>Nobody can change what another has said.</li>
            <li>Nothing is called saved before it is.</li>
          </ul>
        </div>
        <Specimen />
      </main>
    </>
  );
}
