// The frame of every page: fonts, tokens, the theme chosen on this device, and the nonce that react-aria's styles need.

import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import './styles/layers.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FreshCode } from '#components/offline/fresh-code.tsx';
import { themeCookie, themeFrom } from '#components/ui/device/theme.ts';
import { Toasts } from '#components/ui/over/toast.tsx';
import { buildMark } from '#lib/data/build-mark.ts';

export const metadata: Metadata = {
  title: { default: 'Counterpoint', template: '%s · Counterpoint' },
  description: 'A group opens an op-ed, highlights its passages, and answers each other point by point.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#131518' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const theme = themeFrom((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        {children}
        <Toasts />
        <FreshCode build={buildMark()} />
      </body>
    </html>
  );
}
