// Our own page for addresses that lead nowhere: Next's breaks the content security policy.

import type { Metadata } from 'next';
import { BarredPage } from '#components/ui/page/barred-page.tsx';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return <BarredPage reason="no-such-page" />;
}
