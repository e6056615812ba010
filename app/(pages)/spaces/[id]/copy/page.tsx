// Copy a course for a new term.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CopyCourse } from '#components/new-term/copy-course.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { spacePath } from '#lib/data/addresses.ts';
import { previewCopy } from '#lib/data/copying/preview.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { currentLocale, getTranslations, Words } from '../../../../words.tsx';
import { Frame, signedInOr } from '../../../frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes.copy');
  return { title: t('title') };
}

export default async function CopyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const identity = await signedInOr(`/spaces/${id}/copy`);
  const access = await enterSpace(identity, id);
  const found = access && (await previewCopy(identity, access, await currentLocale()));
  if (!found?.ok) notFound();
  const t = await getTranslations('classes.copy');
  return (
    <Words areas={['classes']}>
      <Frame identity={identity} place={<Link href={spacePath(id)}>{found.preview.name}</Link>}>
        <Page width="text">
          <PageHead over={found.preview.name} title={t('title')} />
          <CopyCourse spaceId={id} copied={found.preview} today={new Date().toISOString().slice(0, 10)} />
        </Page>
      </Frame>
    </Words>
  );
}
