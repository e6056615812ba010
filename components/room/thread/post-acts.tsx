// What can be done with a post, as quiet words below it: answering and reactions, what is done often, and a menu of all
// that the line may show without a word.

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Entry, Point } from '#lib/model/record.ts';
import { maySay, sayInRoom } from '../card/card-acts.ts';
import { sayIfFailed } from '../scene/failure.ts';
import { useScene } from '../scene/scene.ts';
import { ActIcon } from './act.tsx';
import styles from './post.module.css';
import { Reactions } from './reactions.tsx';
import { type OfPost, usePostActs } from './use-post-acts.tsx';
import { useReactions } from './use-reactions.ts';

export function PostActs({ onAnswer, ...of }: OfPost & { onAnswer: () => void }) {
  const { post, entry } = of;
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const termsOf = useTranslations('terms.reaction');
  const { acts, dialog } = usePostActs(of);
  const reactions = useReactions(post, entry);
  return (
    <div className={styles.acts}>
      <button type="button" className={styles.act} onClick={onAnswer}>
        {t('answer')}
      </button>
      <Reactions reactions={reactions} />
      {maySay(scene, entry) && <SayIt entry={entry} />}
      {acts.map((act) => act.isOften && <ActIcon key={act.word} act={act} />)}
      <Menu label={t('more')} face={<Ellipsis aria-hidden />} className={styles.act}>
        {reactions.map(
          ({ kind, icon: Icon, isMine, toggle }) =>
            toggle && (
              <MenuItem key={kind} icon={<Icon aria-hidden size={16} />} onAction={toggle}>
                {isMine ? t('takeBack', { reaction: termsOf(kind) }) : termsOf(kind)}
              </MenuItem>
            ),
        )}
        {acts.map(({ icon: Icon, word, isFinal, onPress }) => (
          <MenuItem
            key={word}
            icon={<Icon aria-hidden size={16} />}
            tone={isFinal ? 'danger' : 'plain'}
            onAction={onPress}
          >
            {word}
          </MenuItem>
        ))}
      </Menu>
      {dialog}
    </div>
  );
}

/** Prep stands where only a side sees it, until its author says it to everyone. */
function SayIt({ entry }: { entry: Entry<Point> }) {
  const scene = useScene();
  const t = useTranslations('thread.acts');
  const say = () => {
    sayIfFailed(sayInRoom(scene, entry, scene.revised(entry).point));
    showToast(t('said'));
  };
  return (
    <button type="button" className={styles.act} onClick={say}>
      {t('sayToAll')}
    </button>
  );
}
