// All groups of an assignment under review, for those who run its course; assistants see those of their sections.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AllGroups } from '#components/review/class/all-groups.tsx';
import { FileLink } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { runAssignment } from '#lib/data/classes/assignments.ts';
import { allGroupsOf } from '#lib/data/review/all-groups.ts';
import { getTranslations, Words } from '../../../../words.tsx';
import { Frame, signedInOr } from '../../../frame.tsx';
import { limitWords } from '../../../limit-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review.class.allGroups');
  return { title: t('title') };
}

export default async function AllGroupsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const identity = await signedInOr(`/assignments/${id}/review`);
  const access = await runAssignment(identity, id);
  if (!access) notFound();
  const { title, notesDueAt, repliesDueAt } = access.assignment;
  const t = await getTranslations('review.class.allGroups');
  const groups = await allGroupsOf(access, identity);
  return (
    <Frame identity={identity} place={<Link href={`/assignments/${id}`}>{title}</Link>}>
      <Page width="list">
        <PageHead
          over={[t('over', { space: access.space.space.name }), ...(await limitWords(access.space))].join(
            ' · ',
          )}
          title={title}
          under={notesDueAt || repliesDueAt ? t('stood') : t('stands')}
          act={
            groups.some(({ rows }) => rows?.some(({ grade }) => grade !== null)) && (
              <>
                <FileLink href={`/api/assignments/${id}/review/export?file=gradebook`}>
                  {t('gradebook')}
                </FileLink>
                <FileLink href={`/api/assignments/${id}/review/export?file=canvas`}>{t('canvas')}</FileLink>
              </>
            )
          }
        />
        <Words areas={['review']}>
          <AllGroups groups={groups} />
        </Words>
      </Page>
    </Frame>
  );
}
