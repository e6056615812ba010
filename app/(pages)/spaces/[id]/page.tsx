// A course or squad: its discussions, readings, people and invite links.

import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AssignmentRows } from '#components/classes/assignment-rows.tsx';
import { FilteredRows } from '#components/library/filtered-rows.tsx';
import { discussionRows, readingRows } from '#components/library/shelves.ts';
import { type Invite, InviteList } from '#components/space/invite-list.tsx';
import { LeaveSpace } from '#components/space/leave-space.tsx';
import { MemberList, type SpaceHere } from '#components/space/member-list.tsx';
import { RenameSpace } from '#components/space/rename-space.tsx';
import { Retention } from '#components/space/retention.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { Row, Rows } from '#components/ui/page/rows.tsx';
import { joinPath } from '#lib/data/addresses.ts';
import type { Assignment } from '#lib/data/classes/assignment.ts';
import { assignmentsOf } from '#lib/data/classes/assignments.ts';
import { mayCopy } from '#lib/data/copying/preview.ts';
import { flaggedRooms } from '#lib/data/moderation/flags.ts';
import { libraryOf } from '#lib/data/readings/library.ts';
import { retentionOf } from '#lib/data/retention/course.ts';
import { settings } from '#lib/data/settings.ts';
import { enterSpace, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { invitesOf } from '#lib/data/spaces/invites.ts';
import { membersOf } from '#lib/data/spaces/members.ts';
import { fullTitle, type Terms } from '#lib/model/classes/assignment.ts';
import { isInstructor } from '#lib/model/permission.ts';
import { mayInSpace, type SpaceAct } from '#lib/model/space-permission.ts';
import { currentIdentity } from '../../../identity.ts';
import { currentLocale, getTranslations, Words } from '../../../words.tsx';
import { Frame, signedInOr } from '../../frame.tsx';
import { limitWords } from '../../limit-words.ts';

type Props = { params: Promise<{ id: string }> };

/** One look at who is asking, for the title and the page. */
const accessTo = cache(async (id: string): Promise<SpaceAccess | null> => {
  const identity = await currentIdentity();
  return identity && enterSpace(identity, id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const access = await accessTo((await params).id);
  const t = await getTranslations('library.space');
  return { title: access?.space.name ?? t('title') };
}

/** An assignment's terms for a list: the same for everyone, without progress. */
function termsOf(one: Assignment): Terms {
  const { prompt, timeZone, notesDueAt, repliesDueAt, closesAt } = one;
  const required = { notes: one.requiredNotes, replies: one.requiredReplies };
  return { prompt, timeZone, notesDueAt, repliesDueAt, closesAt, required, isExtended: false };
}

/** The links that still work, with the address under which this page was reached; null for who may not see them. */
async function linksOf(access: SpaceAccess): Promise<Invite[] | null> {
  const found = await invitesOf(access);
  if (!found.ok) return null;
  const base = settings().publicUrl ?? `http://${(await headers()).get('host') ?? ''}`;
  return found.invites.map(({ code, role, roomTitle, assignment, inviter, createdAt, expiresAt }) => ({
    code,
    url: `${base}${joinPath(code)}`,
    role,
    roomTitle: roomTitle === null ? null : fullTitle({ title: roomTitle, assignment }),
    inviter,
    createdAt,
    expiresAt,
  }));
}

export default async function SpacePage({ params }: Props) {
  const { id } = await params;
  const identity = await signedInOr(`/spaces/${id}`);
  const access = await accessTo(id);
  if (!access) notFound();
  const locale = await currentLocale();
  const [library, members, links, assignments, retention, flagged] = await Promise.all([
    libraryOf(identity),
    membersOf(access, locale),
    linksOf(access),
    assignmentsOf(access, locale),
    retentionOf(access),
    flaggedRooms(access),
  ]);
  const { space, role } = access;
  const t = await getTranslations('library.space');
  const terms = await getTranslations('terms');
  const facts = await getTranslations('library.facts');
  const may = (act: SpaceAct) => mayInSpace(access, act);
  const here: SpaceHere = { id, kind: space.kind, me: identity.accountId, role, sections: access.sections };
  const shelved = library.spaces.filter((one) => one.id === id);
  const discussions = discussionRows({ spaces: shelved, invited: [] }, false, facts);
  const readings = readingRows(shelved, false, facts);
  const bringIn = may('import') && (
    <LinkButton href={`/readings/new?space=${id}`} look="primary">
      {t('newReading')}
    </LinkButton>
  );
  const assign = may('assign') && (
    <LinkButton href={`/assignments/new?space=${id}`}>{t('newAssignment')}</LinkButton>
  );
  // Discussions open from the page of a reading; without one there is first one to be brought in, as stands below.
  const discuss = readings[0] ? (
    <LinkButton href={readings[0].href}>{t('openNewest')}</LinkButton>
  ) : (
    may('import') && <LinkButton href={`/readings/new?space=${id}`}>{t('newReading')}</LinkButton>
  );
  return (
    <Words areas={['library']}>
      <Frame identity={identity} place={space.name}>
        <Page width="list">
          <PageHead
            over={[
              terms(`space.${space.kind}`),
              terms(`role.${space.kind}.${role}`),
              ...(await limitWords(access)),
            ].join(' · ')}
            title={space.name}
            act={
              <>
                {may('rename') && <RenameSpace id={id} name={space.name} />}
                {mayCopy(access) && <LinkButton href={`/spaces/${id}/copy`}>{t('copy')}</LinkButton>}
                {readings.length > 0 && bringIn}
              </>
            }
          />
          {(assignments.length > 0 || (may('assign') && space.kind === 'course')) && (
            <Section title={t('assignments')} act={assignments.length > 0 && assign}>
              {assignments.length > 0 ? (
                <AssignmentRows
                  rows={assignments.map((one) => ({ ...one, terms: termsOf(one) }))}
                  nowIso={new Date().toISOString()}
                  isStaff={isInstructor(role)}
                />
              ) : (
                <EmptyState title={t('noAssignments')} action={assign}>
                  {t('whatAssignmentsDo')}
                </EmptyState>
              )}
            </Section>
          )}
          {flagged.length > 0 && (
            <Section title={t('flagged')}>
              <Rows label={t('flagged')}>
                {flagged.map((room) => (
                  <Row
                    key={room.id}
                    href={`/rooms/${room.id}/moderate`}
                    title={fullTitle(room)}
                    about={t('flags', { count: room.flags })}
                  />
                ))}
              </Rows>
            </Section>
          )}
          <Section title={t('discussions')}>
            {discussions.length > 0 ? (
              <FilteredRows label={t('discussions')} noun="discussion" rows={discussions} />
            ) : (
              <EmptyState title={t('noDiscussions')} action={may('make-room') && discuss}>
                {t(may('make-room') ? 'howDiscussionsOpen' : 'whenDiscussionsOpen')}
              </EmptyState>
            )}
          </Section>
          <Section title={t('readings')}>
            {readings.length > 0 ? (
              <FilteredRows label={t('readings')} noun="reading" rows={readings} />
            ) : (
              <EmptyState title={t('noReadings')} action={bringIn || undefined}>
                {t(may('import') ? 'howReadingsCome' : 'whenReadingsCome')}
              </EmptyState>
            )}
          </Section>
          {links && (links.length > 0 || may('invite')) && (
            <Section title={t('invites')}>
              <InviteList invites={links} space={here} />
            </Section>
          )}
          <Section
            title={t('people')}
            act={may('keep-roster') && <LinkButton href={`/spaces/${id}/roster`}>{t('roster')}</LinkButton>}
          >
            <MemberList members={members} space={here} />
            <LeaveSpace id={id} name={space.name} me={identity.accountId} />
          </Section>
          {space.kind === 'course' && (
            <Section title={t('kept')}>
              <Retention spaceId={id} shown={retention} mayChange={may('set-retention')} />
            </Section>
          )}
        </Page>
      </Frame>
    </Words>
  );
}
