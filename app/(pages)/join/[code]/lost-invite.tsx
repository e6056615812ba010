// An invite link that lets nobody in any more, or never did: why, and what to do.

import { LinkButton } from '#components/ui/form/button.tsx';
import { Page, PageHead } from '#components/ui/page/page.tsx';
import { TopBar } from '#components/ui/page/top-bar.tsx';
import type { InviteRefusal } from '#lib/data/spaces/invites.ts';
import { getTranslations } from '../../../words.tsx';

export async function LostInvite({ reason }: { reason: InviteRefusal }) {
  const t = await getTranslations('account.join');
  return (
    <>
      <TopBar />
      <Page width="form">
        <PageHead title={t(`lost.${reason}.title`)} under={t(`lost.${reason}.text`)} />
        <div>
          <LinkButton href="/library" size="large">
            {t('library')}
          </LinkButton>
        </div>
      </Page>
    </>
  );
}
