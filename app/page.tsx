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
import { getTranslations, Words } from './words.tsx';

async function hasDemo(): Promise<boolean> {
  const host = (await headers()).get('host') ?? '';
  return isDemoOpen(host) && (await demoRoom()) !== null;
}

export default async function FrontPage() {
  if (await currentIdentity()) redirect('/library');
  const t = await getTranslations('account.front');
  const isDemoHere = await hasDemo();
  return (
    <Words areas={['account']}>
      <TopBar end={<LinkButton href="/sign-in">{t('signIn')}</LinkButton>} />
      <main className={css.page}>
        <div className={css.words}>
          <h1 className={css.title}>
            <span>{t('readTogether')}</span> <span>{t('answer')}</span>
          </h1>
          <p className={css.standfirst}>{t('standfirst')}</p>
          <div className={css.acts}>
            {isDemoHere && <DemoButton />}
            <LinkButton href="/sign-up" look={isDemoHere ? 'plain' : 'primary'} size="large">
              {t('signUp')}
            </LinkButton>
          </div>
          <ul className={css.promises}>
            <li>{t('onWords')}</li>
            <li>{t('nobodyElse')}</li>
            <li>{t('saved')}</li>
          </ul>
        </div>
        <Specimen
          t={await getTranslations('account.front.specimen')}
          terms={await getTranslations('terms')}
        />
      </main>
    </Words>
  );
}
