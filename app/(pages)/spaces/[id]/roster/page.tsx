// A course's roster, for those who keep it.

import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Askers } from '#components/classes/askers.tsx';
import { AssistantLimits } from '#components/classes/assistant-limits.tsx';
import { RosterScreen } from '#components/classes/roster-screen.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { joinPath, spacePath } from '#lib/data/addresses.ts';
import { askersOf } from '#lib/data/classes/asking.ts';
import { limitsOf, sectionsIn } from '#lib/data/classes/groups.ts';
import { seatsOf } from '#lib/data/classes/seats.ts';
import { canMail } from '#lib/data/mail.ts';
import { settings } from '#lib/data/settings.ts';
import { enterSpace, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { membersOf } from '#lib/data/spaces/members.ts';
import type { Locale } from '#lib/model/manners.ts';
import { mayInSpace } from '#lib/model/space-permission.ts';
import { currentLocale, getTranslations, Words } from '../../../../words.tsx';
import { Frame, signedInOr } from '../../../frame.tsx';
import { limitWords } from '../../../limit-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes.roster');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function RosterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const identity = await signedInOr(`/spaces/${id}/roster`);
  const access = await enterSpace(identity, id);
  if (!access) notFound();
  const locale = await currentLocale();
  const found = await seatsOf(access, locale);
  if (!found.ok) notFound();
  const base = settings().publicUrl ?? `http://${(await headers()).get('host') ?? ''}`;
  const people = found.seats.map(({ accountId, canvas, code, ...seat }) => ({
    ...seat,
    hasJoined: accountId !== null,
    isFromCanvas: canvas !== null,
    url: accountId === null ? base + joinPath(code) : null,
  }));
  const askers = await askersOf(access, locale);
  const mayLimit = mayInSpace(access, 'change-role');
  const [assistants, sections] = mayLimit
    ? await Promise.all([assistantsIn(access, locale), sectionsIn(access, locale)])
    : [[], []];
  const t = await getTranslations('classes.roster');
  const limit = await limitWords(access);
  return (
    <Words areas={['classes']}>
      <Frame identity={identity} place={<Link href={spacePath(id)}>{access.space.name}</Link>}>
        <Page width="list">
          <PageHead over={[access.space.name, ...limit].join(' · ')} title={t('title')} />
          {askers.length > 0 && (
            <Section title={t('asking')}>
              <Askers spaceId={id} askers={askers} />
            </Section>
          )}
          <RosterScreen
            spaceId={id}
            people={people}
            canMail={canMail()}
            sections={access.sections}
            mayDeal={mayInSpace(access, 'deal-groups')}
          />
          {assistants.length > 0 && sections.length > 0 && (
            <Section title={t('limits')}>
              <AssistantLimits spaceId={id} assistants={assistants} sections={sections} />
            </Section>
          )}
        </Page>
      </Frame>
    </Words>
  );
}

async function assistantsIn(access: SpaceAccess, locale: Locale) {
  const [members, limits] = await Promise.all([membersOf(access, locale), limitsOf(access)]);
  return members
    .filter(({ role, removed }) => role === 'assistant' && !removed)
    .map(({ accountId, name }) => ({ accountId, name, sections: limits.get(accountId) ?? [] }));
}
