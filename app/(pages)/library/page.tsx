// The library: my discussions, readings, courses and squads.

import type { Metadata } from 'next';
import Link from 'next/link';
import { FilteredRows } from '#components/library/filtered-rows.tsx';
import { FirstSteps } from '#components/library/first-steps.tsx';
import css from '#components/library/library.module.css';
import { NewSpace } from '#components/library/new-space.tsx';
import { discussionRows, readingRows } from '#components/library/shelves.ts';
import { roleName, spaceKindName } from '#components/space/role-name.ts';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { type LibrarySpace, libraryOf } from '#lib/data/readings/library.ts';
import { mayInSpace, mayOwnSpace } from '#lib/model/permission.ts';
import { Frame, signedInOr } from '../frame.tsx';

export const metadata: Metadata = { title: 'Library' };

export default async function LibraryPage() {
  const identity = await signedInOr('/library');
  const library = await libraryOf(identity);
  const mayMakeSpace = mayOwnSpace(identity.kind);
  const canImport =
    mayMakeSpace || library.spaces.some((space) => mayInSpace(space.role, 'import', space.kind));
  const isNamed = library.spaces.length > 1;
  const discussions = discussionRows(library, isNamed);
  const readings = readingRows(library.spaces, isNamed);
  const isEmpty = discussions.length === 0 && readings.length === 0;
  return (
    <Frame identity={identity}>
      <Page width="wide">
        <PageHead
          title="Library"
          act={
            canImport &&
            !isEmpty && (
              <LinkButton href="/readings/new" look="primary">
                New reading
              </LinkButton>
            )
          }
        />
        <div className={css.columns}>
          <div className={css.main}>
            {isEmpty && <FirstSteps canImport={canImport} />}
            {library.isCut && (
              <Notice>
                There is more than fits here; the oldest is left out. Open a course or squad to find it.
              </Notice>
            )}
            {discussions.length > 0 && (
              <Section title="Discussions">
                <FilteredRows label="Discussions" noun="discussion" rows={discussions} />
              </Section>
            )}
            {readings.length > 0 && (
              <Section title="Readings">
                {discussions.length === 0 && (
                  <EmptyState title="No discussions yet">Open a reading to start one on it.</EmptyState>
                )}
                <FilteredRows label="Readings" noun="reading" rows={readings} />
              </Section>
            )}
          </div>
          <Spaces spaces={library.spaces} mayMake={mayMakeSpace} />
        </div>
      </Page>
    </Frame>
  );
}

function Spaces({ spaces, mayMake }: { spaces: readonly LibrarySpace[]; mayMake: boolean }) {
  if (spaces.length === 0 && !mayMake) return null;
  return (
    <Section title="Courses and squads">
      {spaces.length > 0 && (
        <nav className={css.spaces} aria-label="Courses and squads">
          {spaces.map((space) => (
            <Link key={space.id} href={`/spaces/${space.id}`} className={css.space} prefetch={false}>
              <strong dir="auto">{space.name}</strong>
              <span>
                {spaceKindName(space.kind)} · {roleName(space.role, space.kind)}
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
