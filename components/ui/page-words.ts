// The words of the page for what runs outside of React, such as a call that failed. One browser page speaks one language;
// on the server, where several are drawn at once, nobody asks.

import { createTranslator, type Locale, type Messages } from 'use-intl/core';

export type PageWords = { locale: Locale; messages: Partial<Messages> };

let page: PageWords | undefined;

/** Told by whoever draws the page. */
export function speak(words: PageWords): void {
  page = words;
}

/** The language of the page; none where no page was drawn. */
export function pageLocale(): Locale | undefined {
  return page?.locale;
}

/** Has the server answer in the language of the page. */
export function askedIn(): { 'accept-language'?: Locale } {
  const locale = pageLocale();
  return locale ? { 'accept-language': locale } : {};
}

/** What shared parts say; throws where no page was drawn. */
export function pageWords() {
  if (!page) throw new Error('no page is drawn here');
  const { locale, messages } = page;
  return createTranslator<Messages, 'ui'>({ locale, messages: messages as Messages, namespace: 'ui' });
}
