// The review of a room's work, for its instructors; to others there is no such page.

import { notFound } from 'next/navigation';
import { ReviewScreen } from '#components/review/review-screen.tsx';
import { reviewOf } from '#lib/data/review/review.ts';
import { asReviewer } from '#lib/data/review/reviewing.ts';
import { Words } from '../../../words.tsx';
import { visitOf } from '../visit.ts';

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const visit = await visitOf((await params).id);
  const access = visit?.entered.ok ? asReviewer(visit.entered.access) : null;
  if (!access) notFound();
  return (
    <Words areas={['reading', 'cards', 'review']}>
      <ReviewScreen data={await reviewOf(access)} />
    </Words>
  );
}
