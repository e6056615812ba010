// Sentences of the catalogue for code without a page around it: answers of the API, mail, server components. What React
// draws in the browser asks `useTranslations` of use-intl instead.

import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';
import type { Locale } from '#lib/model/manners.ts';
import { type Area, messagesOf } from './catalogue.ts';

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** Says something in whichever language it is asked in: for what is known before the language is. */
export type Saying = (locale: Locale) => string;

/** The words of one area or a part of it (`account.signIn`) in a language. */
export function translatorOf<const N extends Namespace>(locale: Locale, namespace: N) {
  const area = areaIn(namespace);
  const messages = messagesOf(locale, [area]) as Messages;
  return createTranslator<Messages, N>({ locale, messages, namespace });
}

function areaIn(namespace: string): Area {
  return namespace.split('.', 1)[0] as Area;
}
