// The moderation of one discussion: what was flagged, who may write, and what was decided.

import { notFound } from 'next/navigation';
import { ModerateView } from '#components/room/moderate/moderate-view.tsx';
import { auditOf } from '#lib/data/moderation/audit.ts';
import { flagsOf } from '#lib/data/moderation/flags.ts';
import { enterSpace } from '#lib/data/spaces/access.ts';
import { visitOf } from '../visit.ts';

export default async function ModeratePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const visit = await visitOf(id);
  if (!visit?.entered.ok) notFound();
  const { access } = visit.entered;
  const flags = await flagsOf(access);
  if (!flags.ok) notFound();
  const space = await enterSpace(visit.identity, access.room.spaceId);
  const trail = space && (await auditOf(space));
  const lines = trail?.ok ? trail.lines.filter(({ roomId }) => roomId === id) : [];
  return <ModerateView flags={flags.flags} trail={lines} />;
}
