'use client';
// The words of the page for every part in the browser that asks (`useTranslations` of use-intl). A page adds its areas to
// those that the layouts around it gave.

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Messages } from 'use-intl/core';
import { IntlProvider } from 'use-intl/react';
import { type PageWords, speak } from './page-words.ts';

const Given = createContext<Partial<Messages>>({});

export function WordsProvider({ locale, messages, children }: PageWords & { children: ReactNode }) {
  const outer = useContext(Given);
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  if (typeof window !== 'undefined') speak({ locale, messages: all });
  return (
    <Given value={all}>
      <IntlProvider locale={locale} messages={all} timeZone="UTC">
        {children}
      </IntlProvider>
    </Given>
  );
}
