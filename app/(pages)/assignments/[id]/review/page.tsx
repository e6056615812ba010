// All groups of an assignment under review, for those who run its course; assistants see those of their sections.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AllGroups } from '#components/review/class/all-groups.tsx';
import { FileLink } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { runAssignment } from '#lib/data/classes/assignments.ts';
import { allGroupsOf } from '#lib/data/review/all-groups.ts';
import { Frame, signedInOr } from '../../../frame.tsx';

export const metadata: Metadata = { title: 'Review of all groups' };

export default async function AllGroupsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const identity = await signedInOr(`/assignments/${id}/review`);
  const access = await runAssignment(identity, id);
  if (!access) notFound();
  const { title, notesDueAt, repliesDueAt } = access.assignment;
  const groups = await allGroupsOf(access, identity);
  return (
    <Frame identity={identity} place={<Link href={`/assignments/${id}`}>{title}</Link>}>
      <Page width="list">
        <PageHead
          over={`${access.space.space.name} · Review`}
          title={title}
          under={
            notesDueAt || repliesDueAt ? 'As the work stood when it was due.' : 'As the work stands now.'
          }
          act={
            groups.some(({ rows }) => rows?.some(({ grade }) => grade !== null)) && (
              <>
                <FileLink href={`/api/assignments/${id}/review/export?file=gradebook`}>Gradebook</FileLink>
                <FileLink href={`/api/assignments/${id}/review/export?file=canvas`}>Canvas file</FileLink>
              </>
            )
          }
        />
        <AllGroups groups={groups} />
      </Page>
    </Frame>
  );
}
