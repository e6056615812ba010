'use client';
// The one act of the offline page.

import { Button } from '#components/ui/form/button.tsx';

export function TryAgain() {
  return (
    <div>
      <Button look="primary" size="large" onPress={() => location.reload()}>
        Try again
      </Button>
    </div>
  );
}
