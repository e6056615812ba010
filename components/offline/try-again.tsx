'use client';
// The one act of the offline page.

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';

export function TryAgain() {
  const t = useTranslations('room.offline');
  return (
    <div>
      <Button look="primary" size="large" onPress={() => location.reload()}>
        {t('again')}
      </Button>
    </div>
  );
}
