'use client';
// Opens the browser's own way to print, or to save as PDF.

import { Printer } from 'lucide-react';
import { Button } from '#components/ui/form/button.tsx';

export function PrintButton() {
  return (
    <Button look="primary" onPress={() => window.print()}>
      <Printer aria-hidden /> Print
    </Button>
  );
}
