// The cards of a debate: the file of one's side, the card that is open, and the documents of the speeches.

import { notFound } from 'next/navigation';
import { CardsView } from '#components/cards/cards-view.tsx';
import { showsCards } from '#lib/model/room-shows.ts';
import { Words } from '../../../words.tsx';
import { visitOf } from '../visit.ts';

export default async function CardsPage({ params }: { params: Promise<{ id: string }> }) {
  const visit = await visitOf((await params).id);
  // Who may not enter is told so by the layout.
  if (visit?.entered.ok) {
    const { kind, settings } = visit.entered.access.room;
    if (!showsCards(kind, settings)) notFound();
  }
  return (
    <Words areas={['cards', 'reading']}>
      <CardsView />
    </Words>
  );
}
