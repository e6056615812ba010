// The library: my discussions, readings, courses and squads.

import type { Metadata } from 'next';
import Link from 'next/link';
import { FilteredRows } from '#components/library/filtered-rows.tsx';
import { FirstSteps } from '#components/library/first-steps.tsx';
import css from '#components/library/library.module.css';
import { NewSpace } from '#components/library/new-space.tsx';
import { discussionRows, readingRows } from '#components/library/shelves.ts';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { type LibrarySpace, libraryOf } from '#lib/data/readings/library.ts';
import { mayInSpace, mayOwnSpace, withoutLimit } from '#lib/model/space-permission.ts';
import { getTranslations, Words } from '../../words.tsx';
import { Frame, signedInOr } from '../frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('library.page');
  return { title: t('title') };
}

export default async function LibraryPage() {
  const identity = await signedInOr('/library');
  const library = await libraryOf(identity);
  const mayMakeSpace = mayOwnSpace(identity.kind);
  const canImport =
    mayMakeSpace || library.spaces.some(({ role, kind }) => mayInSpace(withoutLimit(role, kind), 'import'));
  const t = await getTranslations('library.page');
  const facts = await getTranslations('library.facts');
  const isNamed = library.spaces.length > 1;
  const discussions = discussionRows(library, isNamed, facts);
  const readings = readingRows(library.spaces, isNamed, facts);
  const isEmpty = discussions.length === 0 && readings.length === 0;
  return (
    <Words areas={['library']}>
      <Frame identity={identity}>
        <Page width="wide">
          <PageHead
            title={t('title')}
            act={
              canImport &&
              !isEmpty && (
                <LinkButton href="/readings/new" look="primary">
                  {t('newReading')}
                </LinkButton>
              )
            }
          />
          <div className={css.columns}>
            <div className={css.main}>
              {isEmpty && <FirstSteps canImport={canImport} />}
              {library.isCut && <Notice>{t('isCut')}</Notice>}
              {discussions.length > 0 && (
                <Section title={t('discussions')}>
                  <FilteredRows label={t('discussions')} noun="discussion" rows={discussions} />
                </Section>
              )}
              {readings.length > 0 && (
                <Section title={t('readings')}>
                  {discussions.length === 0 && readings[0] && (
                    <EmptyState
                      title={t('noDiscussions')}
                      action={<LinkButton href={readings[0].href}>{t('openNewest')}</LinkButton>}
                    >
                      {t('startOne')}
                    </EmptyState>
                  )}
                  <FilteredRows label={t('readings')} noun="reading" rows={readings} />
                </Section>
              )}
            </div>
            <Spaces spaces={library.spaces} mayMake={mayMakeSpace} />
          </div>
        </Page>
      </Frame>
    </Words>
  );
}

async function Spaces({ spaces, mayMake }: { spaces: readonly LibrarySpace[]; mayMake: boolean }) {
  if (spaces.length === 0 && !mayMake) return null;
  const t = await getTranslations('library.page');
  const terms = await getTranslations('terms');
  return (
    <Section title={t('spaces')}>
      {spaces.length > 0 && (
        <nav className={css.spaces} aria-label={t('spaces')}>
          {spaces.map((space) => (
            <Link key={space.id} href={`/spaces/${space.id}`} className={css.space} prefetch={false}>
              <strong dir="auto">{space.name}</strong>
              <span>
                {terms(`space.${space.kind}`)} · {terms(`role.${space.kind}.${space.role}`)}
              </span>
            </Link>
          ))}
        </nav>
      )}
      {mayMake && (
        <div className={css.make}>
          <NewSpace />
        </div>
      )}
    </Section>
  );
}
