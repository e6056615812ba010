// Copying a card as formatted text: Word and mail take the HTML with its marks, everything else the plain words.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Card } from '#lib/model/record.ts';
import css from './card.module.css';
import { cardAsHtml, cardAsText } from './formatted.ts';

export function CopyCard({ card, words }: { card: Card; words: string }) {
  const t = useTranslations('thread.card');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    if (await toClipboard(cardAsHtml(card, words), cardAsText(card, words))) setCopied(true);
    else showToast(t('notCopied'));
  };
  return (
    <button type="button" className={css.copy} onClick={() => void copy()} onBlur={() => setCopied(false)}>
      {t(isCopied ? 'copied' : 'copy')}
    </button>
  );
}

/** False where the browser refuses, as it does on plain http. */
async function toClipboard(html: string, text: string): Promise<boolean> {
  try {
    const blob = (type: string, content: string) => new Blob([content], { type });
    const item = { 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return false;
  }
}
