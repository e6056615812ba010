'use client';
// Opens the browser's own way to print, or to save as PDF.

import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';

export function PrintButton() {
  const t = useTranslations('reading.handout');
  return (
    <Button look="primary" onPress={() => window.print()}>
      <Printer aria-hidden /> {t('print')}
    </Button>
  );
}
