// The language of whoever asks for this page, its words for server components, and the areas that its client components get.

import { cookies, headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { mannersCookie } from '#components/ui/device/manners-cookie.ts';
import { WordsProvider } from '#components/ui/words.tsx';
import { keptManners } from '#lib/data/people/manners.ts';
import { type Locale, mannersOf, type SomeManners } from '#lib/model/manners.ts';
import { parseManners } from '#lib/model/manners-form.ts';
import { type Area, messagesOf } from '#lib/words/catalogue.ts';
import { localeFor } from '#lib/words/locales.ts';
import { type Namespace, translatorOf } from '#lib/words/translate.ts';
import { currentIdentity } from './identity.ts';

/** How the person behind this request likes to read: as kept with their account, else on this device. */
export const currentManners: () => Promise<SomeManners> = cache(async () => {
  const identity = await currentIdentity();
  const kept = identity && (await keptManners(identity));
  return kept ?? parseManners((await cookies()).get(mannersCookie)?.value);
});

export const currentLocale: () => Promise<Locale> = cache(async () =>
  localeFor(mannersOf(await currentManners()), (await headers()).get('accept-language')),
);

/** The words of an area, or of a part of it, for a server component. */
export async function getTranslations<const N extends Namespace>(namespace: N) {
  return translatorOf(await currentLocale(), namespace);
}

/** Gives client components the areas they ask; which they are is held by words.test.ts. */
export async function Words({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const locale = await currentLocale();
  return (
    <WordsProvider locale={locale} messages={messagesOf(locale, areas)}>
      {children}
    </WordsProvider>
  );
}
