'use client';
// A moment as people say it: "12 min ago", "in 3 days", then the date. The exact time is in the tooltip and in `dateTime`.

import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { dateFormat } from '#lib/words/dates.ts';
import { saidOf } from './time-words.ts';

const minuteMs = 60_000;
const exact = { dateStyle: 'medium', timeStyle: 'medium' } as const;

export function Time({ at }: { at: string }) {
  const locale = useLocale();
  const t = useTranslations('ui.time');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  // Server and browser differ by a moment, and in time zone: the browser's words are the right ones.
  return (
    <time dateTime={at} title={dateFormat(locale, exact).format(new Date(at))} suppressHydrationWarning>
      {saidOf(at, now, { locale, t })}
    </time>
  );
}
