// The frame of every page: fonts, tokens, how this person likes to read, and the nonce that react-aria's styles need.

import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import './styles/layers.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FreshCode } from '#components/offline/fresh-code.tsx';
import { MannersProvider } from '#components/ui/device/manners.tsx';
import { mannersCookie, mannersIn, rootAttributes } from '#components/ui/device/manners-cookie.ts';
import { Toasts } from '#components/ui/over/toast.tsx';
import { buildMark } from '#lib/data/build-mark.ts';
import { keptManners } from '#lib/data/people/manners.ts';
import { mannersOf } from '#lib/model/manners.ts';
import { currentIdentity } from './identity.ts';

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
  const identity = await currentIdentity();
  const kept = identity && (await keptManners(identity));
  const chosen = kept ?? mannersIn((await cookies()).get(mannersCookie)?.value);
  return (
    <html lang="en" {...rootAttributes(mannersOf(chosen))}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <MannersProvider chosen={chosen} isKept={identity?.kind === 'member'}>
          {children}
          <Toasts />
        </MannersProvider>
        <FreshCode build={buildMark()} />
      </body>
    </html>
  );
}
