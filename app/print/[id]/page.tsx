// A discussion to hand out: the text with its threads as numbered footnotes. Rendered on the server from what this reader
// may see of the room; what of that may stand on paper, lib/model/threads/handout.ts says.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Footnotes } from '#components/handout/footnotes.tsx';
import css from '#components/handout/handout.module.css';
import { HandoutText } from '#components/handout/handout-text.tsx';
import { PrintButton } from '#components/handout/print-button.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { BarredPage } from '#components/ui/page/barred-page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import { dateFormat } from '#lib/words/dates.ts';
import { visitOf } from '../../rooms/[id]/visit.ts';
import { currentLocale, getTranslations, Words } from '../../words.tsx';
import { type HandoutPart, handoutIn } from './handout-in.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const visit = await visitOf((await params).id);
  if (visit?.entered.ok) return { title: visit.entered.access.room.title };
  const t = await getTranslations('reading.handout');
  return { title: t('discussion') };
}

export default async function PrintPage({ params }: Props) {
  const { id } = await params;
  const visit = await visitOf(id);
  if (!visit) redirect(`/sign-in?next=${encodeURIComponent(`/print/${id}`)}`);
  if (!visit.entered.ok)
    return <BarredPage t={await getTranslations('ui.barred')} reason={visit.entered.reason} />;
  const { room, parts, others } = await handoutIn(visit.entered.access);
  const isOne = parts.length === 1 && room.title === parts[0]?.reading.title;
  const t = await getTranslations('reading.handout');
  const group = isOne ? room.spaceName : `${room.spaceName} · ${room.title}`;
  return (
    <Words areas={['reading']}>
      <div className={css.chrome}>
        <TopBar
          home="/library"
          place={group}
          end={
            <div className={css.acts}>
              <LinkButton href={`/rooms/${id}`}>
                {t.rich('back', { whither: (words) => <span className={css.whither}>{words}</span> })}
              </LinkButton>
              <PrintButton />
            </div>
          }
        />
      </div>
      <main className={css.sheet} dir="auto">
        {parts.map((part) => (
          <PrintedReading key={part.reading.id} {...part} group={group} />
        ))}
        {others.length > 0 && (
          <section className={css.part} aria-label={t('debate')}>
            <Footnotes notes={others} whole={t('onDebate')} t={t} />
          </section>
        )}
      </main>
    </Words>
  );
}

async function PrintedReading({ reading, handout, group }: HandoutPart & { group: string }) {
  const t = await getTranslations('reading.handout');
  const day = dateFormat(await currentLocale(), { dateStyle: 'long' }).format(new Date());
  return (
    <section className={css.part} aria-label={reading.title}>
      <header className={css.head}>
        <h1>{reading.title}</h1>
        {reading.standfirst && <p className={css.standfirst}>{reading.standfirst}</p>}
        {reading.byline && <p className={css.byline}>{reading.byline}</p>}
        <p className={css.where}>
          <bdi>{group}</bdi>
          <span>{t('day', { day })}</span>
        </p>
      </header>
      <HandoutText blocks={reading.blocks} handout={handout} />
      {(reading.credit || reading.source) && (
        <p className={css.credit}>{[reading.credit, reading.source].filter(Boolean).join(' · ')}</p>
      )}
      <Footnotes notes={handout.notes} whole={t('onText')} t={t} />
    </section>
  );
}
