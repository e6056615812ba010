// One assignment, for those who run its course: its discussions, its students, its settings.

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ChangeAssignment } from '#components/classes/change-assignment.tsx';
import { StudentList } from '#components/classes/student-list.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { Row, Rows } from '#components/ui/page/rows.tsx';
import { roomPath, spacePath } from '#lib/data/addresses.ts';
import { assignmentsOf, runAssignment } from '#lib/data/classes/assignments.ts';
import { studentsIn } from '#lib/data/classes/terms.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { termsInWords } from '#lib/words/due.ts';
import { currentLocale, getTranslations, Words } from '../../../words.tsx';
import { Frame, signedInOr } from '../../frame.tsx';
import { limitWords } from '../../limit-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes.assignment');
  return { title: t('title') };
}

export default async function AssignmentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const identity = await signedInOr(`/assignments/${id}`);
  const access = await runAssignment(identity, id);
  if (!access) notFound();
  const { assignment, space } = access;
  const locale = await currentLocale();
  const [students, listed] = await Promise.all([studentsIn(access, locale), assignmentsOf(space, locale)]);
  const rooms = listed.find((one) => one.id === id)?.rooms ?? [];
  const terms = { ...assignment, required: { notes: 0, replies: 0 }, isExtended: false };
  const t = await getTranslations('classes.assignment');
  const due = { locale, t: await getTranslations('ui.due') };
  const { id: _, spaceId: __, readingId: ___, createdAt: ____, ...settings } = assignment;
  return (
    <Words areas={['classes']}>
      <Frame identity={identity} place={<Link href={spacePath(space.space.id)}>{space.space.name}</Link>}>
        <Page width="list">
          <PageHead
            over={[t('over', { course: space.space.name }), ...(await limitWords(space))].join(' · ')}
            title={assignment.title}
            under={termsInWords(terms, null, new Date().toISOString(), due).join(' · ')}
          />
          <Section
            title={t('discussions')}
            act={rooms.length > 0 && <Link href={`/assignments/${id}/review`}>{t('review')}</Link>}
          >
            {rooms.length > 0 ? (
              <Rows label={t('discussions')}>
                {rooms.map((room) => (
                  <Row
                    key={room.id}
                    href={roomPath(room.id)}
                    title={room.title}
                    about={t('here', { joined: room.joined, placed: room.placed })}
                  />
                ))}
              </Rows>
            ) : (
              <EmptyState
                title={t('noDiscussions')}
                action={
                  mayInSpace(space, 'keep-roster') && (
                    <LinkButton href={`/spaces/${space.space.id}/roster`}>{t('roster')}</LinkButton>
                  )
                }
              >
                {t('whenDiscussions')}
              </EmptyState>
            )}
          </Section>
          <Section title={t('students')}>
            <StudentList
              id={id}
              spaceId={space.space.id}
              students={students}
              roomTitles={new Map(rooms.map((room) => [room.id, room.title]))}
              dates={assignment}
              timeZone={assignment.timeZone}
            />
          </Section>
          {mayInSpace(space, 'assign') && (
            <Section title={t('settings')}>
              <ChangeAssignment id={id} settings={settings} />
            </Section>
          )}
        </Page>
      </Frame>
    </Words>
  );
}
