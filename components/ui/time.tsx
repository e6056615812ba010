'use client';
// A moment as people say it: "12 min ago", "in 3 days", then the date. The exact time is in the tooltip and in `dateTime`.

import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { saidOf } from './time-words.ts';

const minuteMs = 60_000;

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
    <time dateTime={at} title={new Date(at).toLocaleString(locale)} suppressHydrationWarning>
      {saidOf(at, now, { locale, t })}
    </time>
  );
}
