// A reading by itself: the text, its discussions, and opening another.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Versions } from '#components/correction/versions.tsx';
import { FilteredRows } from '#components/library/filtered-rows.tsx';
import { discussionRows } from '#components/library/shelves.ts';
import { OpenDiscussion } from '#components/space/open-discussion.tsx';
import { Openers, OpenRound } from '#components/space/open-round.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Page, Section } from '#components/ui/page/page.tsx';
import { ReadingBlocks, ReadingHead } from '#components/ui/page/reading-blocks.tsx';
import { editionsOf } from '#lib/data/readings/editions.ts';
import { libraryOf } from '#lib/data/readings/library.ts';
import { type Reading, readingOf } from '#lib/data/readings/readings.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { currentIdentity } from '../../../identity.ts';
import { getTranslations, Words } from '../../../words.tsx';
import { Frame, signedInOr } from '../../frame.tsx';
import { headingOf } from './heading.ts';

type Props = { params: Promise<{ id: string }> };

const readingFor = cache(async (id: string): Promise<Reading | null> => {
  const identity = await currentIdentity();
  return identity && readingOf(identity, id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reading = await readingFor((await params).id);
  if (reading) return { title: reading.title };
  const t = await getTranslations('imports.reading');
  return { title: t('title') };
}

export default async function ReadingPage({ params }: Props) {
  const { id } = await params;
  const identity = await signedInOr(`/readings/${id}`);
  const reading = await readingFor(id);
  if (!reading) notFound();
  const [access, library] = await Promise.all([enterSpace(identity, reading.spaceId), libraryOf(identity)]);
  const shelved = library.spaces
    .filter((space) => space.id === reading.spaceId)
    .map((space) => ({ ...space, readings: space.readings.filter((one) => one.id === id) }));
  const t = await getTranslations('imports.reading');
  const discussions = discussionRows(
    { spaces: shelved, invited: [] },
    false,
    await getTranslations('library.facts'),
  );
  const mayOpen = access !== null && mayInSpace(access, 'make-room');
  const mayCorrect = access !== null && mayInSpace(access, 'correct-text');
  const open = mayOpen && (
    <Openers>
      <OpenDiscussion readingId={id} look={discussions.length === 0 ? 'primary' : 'plain'} />
      <OpenRound readingId={id} />
    </Openers>
  );
  return (
    <Frame
      identity={identity}
      place={access && <Link href={`/spaces/${access.space.id}`}>{access.space.name}</Link>}
    >
      <Words areas={['imports', 'library']}>
        <Page width="text">
          <Section title={t('discussions')} act={discussions.length > 0 && open}>
            {discussions.length > 0 ? (
              <FilteredRows label={t('discussions')} noun="discussion" rows={discussions} />
            ) : (
              <EmptyState title={t('empty')} action={open || undefined}>
                {mayOpen ? t('open') : t('wait')}
              </EmptyState>
            )}
          </Section>
          <ReadingHead heading={headingOf(reading)} />
          <Versions reading={reading} editions={await editionsOf(id)} mayCorrect={mayCorrect} />
          <ReadingBlocks blocks={reading.blocks} />
        </Page>
      </Words>
    </Frame>
  );
}
