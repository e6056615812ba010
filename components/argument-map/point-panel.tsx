// The point at hand: its words, why it stands as it does, and everything that can be done with it. The same acts as in
// the thread (U34), and those of the map.

import { X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { AnswerComposer, stancesFor } from '#components/room/compose/answer-box.tsx';
import { ChoiceChips } from '#components/room/compose/choice-chips.tsx';
import { EditComposer } from '#components/room/compose/edit-composer.tsx';
import { useDrafts } from '#components/room/compose/use-draft.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene, verdictOnRevising } from '#components/room/scene/scene.ts';
import { stanceLooks } from '#components/room/scene/stances.ts';
import { authorOf } from '#components/room/thread/conversation.ts';
import { PostActs } from '#components/room/thread/post-acts.tsx';
import { PostView } from '#components/room/thread/post-view.tsx';
import { SourceOf } from '#components/room/thread/source-of.tsx';
import { useWithdraw } from '#components/room/thread/use-withdraw.ts';
import { Button } from '#components/ui/form/button.tsx';
import { maxLinks, type Ref, type Stance } from '#lib/model/record.ts';
import { anchorOf, type Post, type Thread } from '#lib/model/threads/thread.ts';
import styles from './panel.module.css';
import type { Picking } from './use-picking.ts';
import { Why } from './why.tsx';

type Props = {
  post: Post;
  thread: Thread;
  picking: Picking;
  isFolded: boolean;
  /** Is its thread the only one shown? */
  isAlone: boolean;
  onFold: (isFolded: boolean) => void;
  onAlone: (isAlone: boolean) => void;
  onShow: (ref: Ref) => void;
};

export function PointPanel(props: Props) {
  const { post, thread, picking, onShow } = props;
  const { info, attend } = useOpenRoom();
  const scene = useScene();
  const withdraw = useWithdraw();
  const t = useTranslations('map.point');
  const acts = useTranslations('ui.act');
  const begun = useDrafts(scene.drafts);
  const [isOpened, setIsOpened] = useState(false);
  const { entry } = post;
  const { answering } = useAttention();
  const anchor = anchorOf(post);
  const isEditing = isOpened || begun.has(`edit:${post.ref}`);
  const isAnswering = answering?.to === post.ref || begun.has(`answer:${post.ref}`);
  const isStanding = entry !== undefined && !entry.value.withdrawn;
  return (
    <aside className={styles.panel} aria-label={t('label', { who: authorOf(post, scene.people) })}>
      <button
        type="button"
        className={styles.close}
        aria-label={acts('close')}
        onClick={() => attend({ type: 'close' })}
      >
        <X aria-hidden="true" />
      </button>
      <article className={styles.point}>
        {anchor && isStanding && !isEditing && post.level === 0 && (
          <>
            <q className={styles.quote} dir="auto">
              {anchor.quote}
            </q>
            <SourceOf anchor={anchor} isAway />
          </>
        )}
        <PostView
          post={post}
          editor={
            isEditing && entry ? <EditComposer entry={entry} onDone={() => setIsOpened(false)} /> : undefined
          }
        />
        {isStanding && !isEditing && (
          <PostActs
            thread={thread}
            post={post}
            entry={entry}
            onAnswer={() => attend({ type: 'answer', answering: { to: post.ref, stance: undefined } })}
            onEdit={() => setIsOpened(true)}
            onWithdraw={() => withdraw(entry)}
          />
        )}
      </article>
      {isStanding && isAnswering && (
        <AnswerComposer
          to={entry}
          stance={answering?.to === post.ref ? answering.stance : undefined}
          autoFocus={answering?.to === post.ref}
          onDone={(posted) => {
            attend({ type: 'answer', answering: null });
            if (posted) onShow(posted);
          }}
        />
      )}
      {picking.wish?.entry.ref === post.ref && <Pick picking={picking} />}
      <Why post={post} onShow={onShow} />
      <MapActs {...props} textHref={`/rooms/${info.room.id}#p=${post.ref}`} />
    </aside>
  );
}

function MapActs({
  post,
  picking,
  isFolded,
  isAlone,
  onFold,
  onAlone,
  textHref,
}: Props & { textHref: string }) {
  const t = useTranslations('map.point');
  const scene = useScene();
  const { entry } = post;
  const isMine = entry?.participant === scene.me.participant && !entry.value.withdrawn;
  const mayRelink = isMine && verdictOnRevising(scene, entry).ok;
  return (
    <ul className={styles.acts} aria-label={t('acts')}>
      <li>
        <Link href={textHref}>{t('inText')}</Link>
      </li>
      {mayRelink && entry && (entry.value.links?.length ?? 0) < maxLinks && (
        <li>
          <button type="button" onClick={() => picking.begin('link', entry)}>
            {t('link')}
          </button>
        </li>
      )}
      {mayRelink && entry && (
        <li>
          <button type="button" onClick={() => picking.begin('move', entry)}>
            {t('move')}
          </button>
        </li>
      )}
      {post.answers.length > 0 && (
        <li>
          <button type="button" onClick={() => onFold(!isFolded)}>
            {t(isFolded ? 'unfold' : 'fold')}
          </button>
        </li>
      )}
      <li>
        <button type="button" onClick={() => onAlone(!isAlone)}>
          {t(isAlone ? 'allThreads' : 'alone')}
        </button>
      </li>
    </ul>
  );
}

function Pick({ picking }: { picking: Picking }) {
  const t = useTranslations('map.pick');
  const acts = useTranslations('ui.act');
  const stanceActs = useTranslations('terms.stanceAct');
  const { people } = useScene();
  const { wish, cancel, finish } = picking;
  const region = useRef<HTMLElement>(null);
  const [stance, setStance] = useState<Stance>();
  const to = wish?.to;
  useEffect(() => {
    if (to) region.current?.querySelector('input')?.focus();
  }, [to]);
  if (!wish) return null;
  const { how } = wish;
  return (
    <section ref={region} className={styles.pick} aria-label={t(`label.${how}`)}>
      {to ? (
        <ChoiceChips
          legend={t('stance', { who: nameOf(people, to.participant) })}
          choices={stancesFor(to).map((value) => ({
            ...stanceLooks[value],
            value,
            label: stanceActs(value),
          }))}
          chosen={stance}
          onChoose={setStance}
        />
      ) : (
        <p role="status">{t(`target.${how}`)}</p>
      )}
      <div className={styles.choose}>
        <Button look="quiet" onPress={cancel}>
          {acts('cancel')}
        </Button>
        {to && (
          <Button look="primary" isDisabled={!stance} onPress={() => stance && finish(stance)}>
            {t(`act.${how}`)}
          </Button>
        )}
      </div>
    </section>
  );
}
