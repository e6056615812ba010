// Bring in a text.

import type { Metadata } from 'next';
import { ImportScreen } from '#components/import/import-screen.tsx';
import { BarredPage } from '#components/ui/page/barred-page.tsx';
import { settings } from '#lib/data/settings.ts';
import { spacesOf } from '#lib/data/spaces/spaces.ts';
import { mayInSpace, mayOwnSpace } from '#lib/model/permission.ts';
import { Frame, signedInOr } from '../../frame.tsx';

export const metadata: Metadata = { title: 'New reading' };

export default async function NewReadingPage({
  searchParams,
}: {
  searchParams: Promise<{ space?: string | string[]; for?: string | string[] }>;
}) {
  const identity = await signedInOr('/readings/new');
  const spaces = (await spacesOf(identity)).filter(
    ({ role, kind }) => mayInSpace(role, 'import', kind) && mayInSpace(role, 'make-room', kind),
  );
  if (spaces.length === 0 && !mayOwnSpace(identity.kind))
    return <BarredPage reason="not-for-guests" next="/readings/new" />;
  const { space: wanted, for: purpose } = await searchParams;
  return (
    <Frame identity={identity}>
      <ImportScreen
        spaces={spaces.map(({ id, name, kind }) => ({ id, name, kind }))}
        spaceId={spaces.find(({ id }) => id === wanted)?.id ?? null}
        isForAssignment={purpose === 'assignment'}
        mayFetch={settings().mayFetch}
        maxBytes={settings().limits.importFileBytes}
      />
    </Frame>
  );
}
