// Set an assignment in a course.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { NewAssignment } from '#components/classes/new-assignment.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { spacePath } from '#lib/data/addresses.ts';
import { seatsOf } from '#lib/data/classes/seats.ts';
import { libraryOf } from '#lib/data/readings/library.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { getTranslations, Words } from '../../../words.tsx';
import { Frame, signedInOr } from '../../frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes.new');
  return { title: t('title') };
}

type Query = { space?: string | string[]; reading?: string | string[] };

export default async function NewAssignmentPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { space: spaceId, reading: wanted } = await searchParams;
  const id = typeof spaceId === 'string' ? spaceId : '';
  const identity = await signedInOr(`/assignments/new?space=${encodeURIComponent(id)}`);
  const access = await enterSpace(identity, id);
  if (!access || !mayInSpace(access, 'assign')) notFound();
  const [library, roster] = await Promise.all([libraryOf(identity), seatsOf(access)]);
  const readings = library.spaces.find((one) => one.id === id)?.readings ?? [];
  const [first] = readings;
  if (!first) redirect(`/readings/new?space=${encodeURIComponent(id)}&for=assignment`);
  const groups = new Set(roster.ok ? roster.seats.map(({ group }) => group).filter(Boolean) : []);
  const t = await getTranslations('classes.new');
  return (
    <Words areas={['classes']}>
      <Frame identity={identity} place={<Link href={spacePath(id)}>{access.space.name}</Link>}>
        <Page width="text">
          <PageHead over={access.space.name} title={t('title')} />
          <NewAssignment
            spaceId={id}
            readings={readings.map(({ id: readingId, title }) => ({ id: readingId, title }))}
            readingId={readings.find((one) => one.id === wanted)?.id ?? first.id}
            groups={groups.size}
          />
        </Page>
      </Frame>
    </Words>
  );
}
