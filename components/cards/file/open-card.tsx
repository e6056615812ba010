// The card or argument that is open beside the file: all of it, and what can be done with it.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { mayReword, maySay, sayInRoom } from '#components/room/card/card-acts.ts';
import { CardFace } from '#components/room/card/card-face.tsx';
import { EditComposer } from '#components/room/compose/edit-composer.tsx';
import { useDrafts } from '#components/room/compose/use-draft.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import { useScene, verdictOnRevising } from '#components/room/scene/scene.ts';
import { PostHead } from '#components/room/thread/post-head.tsx';
import { useWithdraw } from '#components/room/thread/use-withdraw.ts';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from '../cards.module.css';
import type { Item } from './use-items.ts';

export function OpenCard({ item: { entry, card, body } }: { item: Item }) {
  const t = useTranslations('cards.card');
  const tActs = useTranslations('thread.acts');
  const { info, discussion } = useOpenRoom();
  const scene = useScene();
  const withdraw = useWithdraw();
  const begun = useDrafts(scene.drafts);
  const [isOpened, setOpened] = useState(false);
  const post = discussion.posts.get(entry.ref)?.post;
  const isMine = entry.participant === scene.me.participant;
  const mayChange = isMine ? verdictOnRevising(scene, entry).ok : mayReword(scene, entry);
  return (
    <article className={css.card} aria-label={card ? t('card') : t('argument')}>
      {post && <PostHead post={post} />}
      <CardFace entry={entry} />
      {body && <p dir="auto">{body}</p>}
      {(isOpened || begun.has(`edit:${entry.ref}`)) && (
        <EditComposer entry={entry} onDone={() => setOpened(false)} />
      )}
      <div className={css.acts}>
        {mayChange && (
          <Button onPress={() => setOpened(true)}>{isMine ? tActs('edit') : tActs('reword')}</Button>
        )}
        {maySay(scene, entry) && (
          <Button
            onPress={() => {
              sayIfFailed(sayInRoom(scene, entry, scene.revised(entry).point));
              showToast(tActs('said'));
            }}
          >
            {tActs('sayToAll')}
          </Button>
        )}
        <LinkButton href={`/rooms/${info.room.id}#p=${entry.ref}`}>{t('show')}</LinkButton>
        {isMine && mayChange && (
          <Button look="quiet" onPress={() => withdraw(entry)}>
            {tActs('withdraw')}
          </Button>
        )}
      </div>
    </article>
  );
}
