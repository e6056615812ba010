// The class at a look: the matrix, and, where the level of analytics says so, where along the text it happened, what to
// talk about next, and every gap.

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { InviteHere } from '#components/room/bar/invite-here.tsx';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { nameOf, readable } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Section } from '#components/ui/page/page.tsx';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import type { AnalyticsLevel } from '#lib/model/review/analytics.ts';
import type { Grade } from '#lib/model/review/grade.ts';
import type { Measure } from '#lib/model/review/matrix.ts';
import { anchorOf } from '#lib/model/threads/thread.ts';
import { gapsOf, type Looked } from '../use-room-work.ts';
import { ClashLists } from './clash-lists.tsx';
import css from './class-board.module.css';
import { HeatStrip } from './heat-strip.tsx';
import { Matrix } from './matrix.tsx';
import { PlanList } from './plan-list.tsx';

type Props = {
  analytics: AnalyticsLevel;
  looked: Looked;
  gradeOf: (participant: ParticipantId) => Grade | null;
  onOpen: (participant: ParticipantId) => void;
  onDrill: (participant: ParticipantId, measure: Measure) => void;
};

export function ClassBoard({ analytics, looked, gradeOf, onOpen, onDrill }: Props) {
  const { info, reading } = useOpenRoom();
  const { people } = useScene();
  const t = useTranslations('review.class');
  const { blocks } = reading;
  const base = `/rooms/${info.room.id}`;
  const numbers = useMemo(() => numbersOf(blocks.map(({ type }) => type)), [blocks]);
  const gaps = useMemo(() => (analytics === 'full' ? gapsOf(looked.work) : null), [analytics, looked.work]);
  const byRef = useMemo(() => new Map(looked.work.said.map((said) => [said.entry.ref, said])), [looked.work]);
  const name = (id: ParticipantId) => nameOf(people, id);
  const numberOf = (block: number) => numbers[block] ?? null;
  const hrefOf = (ref: Ref) => `${base}#p=${ref}`;
  const firstIn = (block: number) => looked.work.said.find((said) => said.block === block)?.entry.ref;
  return (
    <main className={css.board}>
      <h1 className={css.title}>{t('title', { reading: reading.title })}</h1>
      {gaps && (
        <div className={css.plan}>
          <Section
            title={t('plan.title')}
            act={
              <Button look="quiet" onPress={() => print()}>
                {t('plan.print')}
              </Button>
            }
          >
            <PlanList
              plan={gaps.plan.map((item) => ({ ...item, quote: readable(people, item.quote) }))}
              numberOf={numberOf}
              hrefOf={({ first }) => hrefOf(first)}
            />
          </Section>
        </div>
      )}
      {gaps && (
        <Section title={t('heat.title')}>
          <HeatStrip
            heat={gaps.heat}
            numberOf={numberOf}
            hrefOf={(block) => {
              const first = firstIn(block);
              return first ? hrefOf(first) : `${base}#b=${block + 1}`;
            }}
          />
        </Section>
      )}
      {analytics !== 'none' ? (
        <div className={css.screenOnly}>
          <Section title={t('matrix.title')}>
            <Matrix
              rows={looked.rows}
              nameOf={name}
              gradeOf={gradeOf}
              invite={info.me.mayInvite.length > 0 && <InviteHere />}
              onOpen={onOpen}
              onDrill={onDrill}
            />
          </Section>
        </div>
      ) : (
        <p className={css.none}>{t('matrix.hidden')}</p>
      )}
      {gaps && (
        <div className={css.screenOnly}>
          <Section title={t('clash.title')}>
            <ClashLists
              clash={gaps.clash}
              nameOf={name}
              numberOf={numberOf}
              hrefOf={hrefOf}
              wordsOf={(ref) => {
                const said = byRef.get(ref);
                return said
                  ? readable(people, said.entry.value.body ?? anchorOf(said.post)?.quote ?? '')
                  : '';
              }}
              onOpen={onOpen}
            />
          </Section>
        </div>
      )}
    </main>
  );
}

/** The number of each block as the text shows it; headings and captions have none. */
function numbersOf(types: readonly string[]): (number | null)[] {
  let number = 0;
  return types.map((type) => (type === 'heading' || type === 'caption' ? null : ++number));
}
