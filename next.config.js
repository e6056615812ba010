/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The process in server/main.ts owns compression and the sockets; Next only renders.
  devIndicators: false,
  // A container of annotations is called by its slash; for pages both spellings lead to the same one.
  skipTrailingSlashRedirect: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs the type checker once, for everything
  // Browsers ask for it by this name wherever a page has not yet told them another.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  serverExternalPackages: ['pino'],
  turbopack: {
    resolveAlias: {
      // Messages reach the pages compiled (lib/words/catalogue.ts), so no parser of them has to travel to a browser.
      'use-intl/format-message': 'use-intl/format-message/format-only',
      // lib0 names Node's Buffer where it runs in Node: for that alone every reader would be sent a Buffer of 7 kB.
      'next/dist/compiled/buffer': { browser: './lib/sync/no-buffer.ts' },
    },
  },
};
