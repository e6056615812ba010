// The frame of every page: fonts, tokens, how this person likes to read, and the nonce that react-aria's styles need.

import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import './styles/layers.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FreshCode } from '#components/offline/fresh-code.tsx';
import { MannersProvider } from '#components/ui/device/manners.tsx';
import { rootAttributes } from '#components/ui/device/manners-cookie.ts';
import { Toasts } from '#components/ui/over/toast.tsx';
import { buildMark } from '#lib/data/build-mark.ts';
import { mannersOf } from '#lib/model/manners.ts';
import { currentIdentity } from './identity.ts';
import { currentLocale, currentManners, getTranslations, Words } from './words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui.page');
  return {
    title: { default: 'Counterpoint', template: '%s · Counterpoint' },
    description: t('description'),
  };
}

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
  const chosen = await currentManners();
  return (
    <html lang={await currentLocale()} {...rootAttributes(mannersOf(chosen))}>
      <head>
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <Words areas={['ui', 'terms']}>
          <MannersProvider chosen={chosen} isKept={identity?.kind === 'member'}>
            {children}
            <Toasts />
          </MannersProvider>
          <FreshCode build={buildMark()} />
        </Words>
      </body>
    </html>
  );
}
