// The languages that the interface speaks, and which of them someone is spoken to in.

import Negotiator from 'negotiator';
import type { Locale, Manners } from '#lib/model/manners.ts';
import { locales } from '#lib/model/manners.ts';

/** The catalogue's own language: for programs, and for whoever names no other that there is a catalogue for. */
export const fallbackLocale: Locale = 'en';

/** The first language of an Accept-Language header that there is a catalogue for. */
export function acceptedLocale(header: string | null): Locale {
  const headers = header === null ? {} : { 'accept-language': header };
  const accepted = new Negotiator({ headers }).languages([...locales])[0];
  return locales.find((locale) => locale === accepted) ?? fallbackLocale;
}

/** What someone chose, else what their browser asks for. */
export function localeFor({ locale }: Pick<Manners, 'locale'>, header: string | null): Locale {
  return locale === 'browser' ? acceptedLocale(header) : locale;
}
