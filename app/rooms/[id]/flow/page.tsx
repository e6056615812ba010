// The flow of a round: what was said in each speech, and across from it what answers it.

import { notFound } from 'next/navigation';
import { FlowView } from '#components/flow-sheet/flow-view.tsx';
import { Words } from '../../../words.tsx';
import { visitOf } from '../visit.ts';

export default async function FlowPage({ params }: { params: Promise<{ id: string }> }) {
  const visit = await visitOf((await params).id);
  // Who may not enter is told so by the layout.
  if (visit?.entered.ok && visit.entered.access.room.kind !== 'debate') notFound();
  return (
    <Words areas={['flow']}>
      <FlowView />
    </Words>
  );
}
