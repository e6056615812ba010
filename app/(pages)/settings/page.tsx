// Settings: who one is, how it looks, where one is signed in, which programs may act for one.

import type { Metadata } from 'next';
import { CloseAccount } from '#components/account/close-account.tsx';
import { Unconfirmed } from '#components/account/confirm-address.tsx';
import { DigestChoice } from '#components/account/digest.tsx';
import { MyData } from '#components/account/my-data.tsx';
import { ProviderButton } from '#components/account/provider-button.tsx';
import { SessionList } from '#components/account/session-list.tsx';
import { EmailForm, NameForm, PasswordForm } from '#components/account/settings-forms.tsx';
import { TokenList } from '#components/account/token-list.tsx';
import { LanguageField } from '#components/ui/device/language-field.tsx';
import { LookFields } from '#components/ui/device/look-fields.tsx';
import { TellingFields } from '#components/ui/device/telling-fields.tsx';
import { LinkButton } from '#components/ui/form/button.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { Page, PageHead, Section } from '#components/ui/page/page.tsx';
import { canMail } from '#lib/data/mail.ts';
import { accountOf } from '#lib/data/people/accounts.ts';
import { sessionsOf } from '#lib/data/people/sessions.ts';
import { tokensOf } from '#lib/data/people/tokens.ts';
import { deletionRequestOf } from '#lib/data/retention/person.ts';
import { settings } from '#lib/data/settings.ts';
import { getTranslations, Words } from '../../words.tsx';
import { Frame, signedInOr } from '../frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const identity = await signedInOr('/settings');
  const [account, sessions, tokens, request] = await Promise.all([
    accountOf(identity),
    sessionsOf(identity),
    tokensOf(identity),
    deletionRequestOf(identity),
  ]);
  const t = await getTranslations('account.settings');
  const isGuest = account.kind === 'guest';
  const { oidc } = settings();
  return (
    <Words areas={['account']}>
      <Frame identity={identity} place={t('title')}>
        <Page width="text">
          <PageHead title={t('title')} />
          {isGuest && <Notice title={t('guestTitle')}>{t('guest')}</Notice>}
          <Section title={t('you')}>
            <NameForm name={account.name} />
            {isGuest && (
              <div>
                <LinkButton href="/sign-up?next=/settings" look="primary">
                  {t('signUp')}
                </LinkButton>
              </div>
            )}
          </Section>
          <Section title={t('look')}>
            <LanguageField />
            <LookFields />
          </Section>
          <Section title={t('reading')}>
            <TellingFields />
          </Section>
          {account.email !== null && (
            <>
              <Section title={t('email')}>
                {account.confirmedAt === null && canMail() && <Unconfirmed email={account.email} />}
                {canMail() && (
                  <DigestChoice digest={account.digest} isConfirmed={account.confirmedAt !== null} />
                )}
                <EmailForm email={account.email} />
              </Section>
              <Section title={t('password')}>
                <PasswordForm email={account.email} />
              </Section>
              {oidc && (
                <Section title={t('anotherWay')}>
                  <div>
                    <ProviderButton name={oidc.name} next="/settings" isJoining />
                  </div>
                </Section>
              )}
            </>
          )}
          <Section title={t('sessions')}>
            <SessionList
              sessions={sessions.map(({ id, userAgent, createdAt, isCurrent }) => ({
                id,
                userAgent,
                createdAt,
                isCurrent,
              }))}
            />
          </Section>
          {!isGuest && (
            <Section title={t('tokens')}>
              <TokenList
                tokens={tokens.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt }))}
              />
            </Section>
          )}
          <Section title={t('data')}>
            <MyData request={request && request.doneAt === null ? request : null} />
          </Section>
          <Section title={t('leaving')}>
            <CloseAccount hasPassword={account.hasPassword} />
          </Section>
        </Page>
      </Frame>
    </Words>
  );
}
