// Correcting a reading's text: for owners; what is published is its next version.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CorrectionScreen } from '#components/correction/correction-screen.tsx';
import { readingOf } from '#lib/data/readings/readings.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { getTranslations, Words } from '../../../../words.tsx';
import { Frame, signedInOr } from '../../../frame.tsx';
import { headingOf } from '../heading.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports.correction');
  return { title: t('title') };
}

export default async function CorrectPage({ params }: Props) {
  const { id } = await params;
  const identity = await signedInOr(`/readings/${id}/correct`);
  const reading = await readingOf(identity, id);
  const access = reading && (await enterSpace(identity, reading.spaceId));
  if (!access || !mayInSpace(access, 'correct-text')) notFound();
  const { number, blocks, source } = reading;
  return (
    <Frame identity={identity} place={<Link href={`/readings/${id}`}>{reading.title}</Link>}>
      <Words areas={['imports']}>
        <CorrectionScreen
          key={reading.edition}
          reading={{ ...headingOf(reading), ...(source && { source }), id, number, blocks }}
          doneHref={`/readings/${id}`}
        />
      </Words>
    </Frame>
  );
}
