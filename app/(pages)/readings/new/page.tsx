// Bring in a text.

import type { Metadata } from 'next';
import { ImportScreen } from '#components/import/import-screen.tsx';
import { BarredPage } from '#components/ui/page/barred-page.tsx';
import type { Identity } from '#lib/data/people/identity.ts';
import { settings } from '#lib/data/settings.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import { spacesOf } from '#lib/data/spaces/spaces.ts';
import { mayInSpace, mayOwnSpace, withoutLimit } from '#lib/model/space-permission.ts';
import { getTranslations, Words } from '../../../words.tsx';
import { Frame, signedInOr } from '../../frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports.screen');
  return { title: t('title') };
}

export default async function NewReadingPage({
  searchParams,
}: {
  searchParams: Promise<Record<'space' | 'for' | 'room', string | string[] | undefined>>;
}) {
  const identity = await signedInOr('/readings/new');
  const spaces = (await spacesOf(identity)).filter(
    ({ role, kind }) =>
      mayInSpace(withoutLimit(role, kind), 'import') && mayInSpace(withoutLimit(role, kind), 'make-room'),
  );
  if (spaces.length === 0 && !mayOwnSpace(identity.kind))
    return <BarredPage t={await getTranslations('ui.barred')} reason="not-for-guests" next="/readings/new" />;
  const { space: wanted, for: purpose, room } = await searchParams;
  const debate = typeof room === 'string' ? await debateFor(identity, room) : null;
  // A debate takes readings of its own course or squad alone.
  const open = debate ? spaces.filter(({ id }) => id === debate.spaceId) : spaces;
  return (
    <Frame identity={identity}>
      <Words areas={['imports']}>
        <ImportScreen
          spaces={open.map(({ id, name, kind }) => ({ id, name, kind }))}
          spaceId={open.find(({ id }) => id === (debate?.spaceId ?? wanted))?.id ?? null}
          purpose={
            debate
              ? { for: 'room', room: debate.id }
              : { for: purpose === 'assignment' ? 'assignment' : 'discussion' }
          }
          mayFetch={settings().mayFetch}
          maxBytes={settings().limits.importFileBytes}
        />
      </Words>
    </Frame>
  );
}

/** The debate that the text is for, as far as one may enter it; whether one may add to it, the server says then. */
async function debateFor(identity: Identity, roomId: string) {
  const entered = await enterRoom(identity, roomId);
  return entered.ok ? entered.access.room : null;
}
