// One's own work in a room: what is recorded of it, and its review once that is released.

import { notFound } from 'next/navigation';
import { OwnWork } from '#components/review/own/own-work.tsx';
import { ownReview } from '#lib/data/review/review.ts';
import { Words } from '../../../words.tsx';
import { visitOf } from '../visit.ts';

export default async function WorkPage({ params }: { params: Promise<{ id: string }> }) {
  const visit = await visitOf((await params).id);
  if (!visit?.entered.ok || visit.entered.access.role !== 'member') notFound();
  return (
    <Words areas={['reading', 'cards', 'review']}>
      <OwnWork data={await ownReview(visit.entered.access)} />
    </Words>
  );
}
