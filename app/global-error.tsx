'use client';
// When even the frame of every page breaks: the same words in a frame of its own, in the language of the page that was
// here, else of the browser.

import './styles/layers.css';
import { useSyncExternalStore } from 'react';
import { pageLocale } from '#components/ui/page-words.ts';
import { type Locale, locales } from '#lib/model/manners.ts';
import { broken as german } from '#lib/words/de/broken.ts';
import { broken as english } from '#lib/words/en/broken.ts';
import { Broken, type BrokenProps } from './broken.tsx';

const words = { en: english, de: german } satisfies Record<Locale, unknown>;

export default function GlobalError(props: BrokenProps) {
  const locale = useSyncExternalStore(neverChanges, localeHere, () => 'en' as const);
  const { title } = words[locale];
  return (
    <html lang={locale}>
      <body>
        <title>{`${title} · Counterpoint`}</title>
        <Broken {...props} words={words[locale]} />
      </body>
    </html>
  );
}

const neverChanges = () => () => {};

function localeHere(): Locale {
  const asked = navigator.languages.map((language) => language.split('-')[0]);
  const spoken = asked.flatMap((language) => locales.filter((locale) => locale === language));
  return pageLocale() ?? spoken[0] ?? 'en';
}
