// The pages that the service worker keeps of visited rooms (server/offline/worker.ts), as a page sees them: what there is,
// and how to forget it. The worker alone puts them there.

/** What pages tell the worker. */
export type WorkerMessage =
  | {
      type: 'here';
      /** Whose page this is: others' copies go. */
      account: string;
      build: string;
      path: string;
      /** Code and fonts that the page came with. */
      loaded: string[];
    }
  /** One may not see this room any more (null: none of them). */
  | { type: 'forget'; room: string | null };

/** Begins the name of each cache that holds pages. */
const pagesPrefix = 'pages:';

/** The caches of pages on this device; none where the browser keeps none. */
async function pageCaches(): Promise<string[]> {
  if (typeof caches === 'undefined') return [];
  return (await caches.keys()).filter((name) => name.startsWith(pagesPrefix));
}

/** Deletes every kept page. */
export async function forgetPages(): Promise<void> {
  await Promise.all((await pageCaches()).map((name) => caches.delete(name)));
}

/** The title is empty where the page had none. */
export type KeptPage = { path: string; title: string };

/** The rooms that can be opened without a network, the last visited first. */
export async function keptPages(): Promise<KeptPage[]> {
  const found: KeptPage[] = [];
  for (const name of await pageCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      // The other views of a room are reached from its text.
      if (!/^\/rooms\/[^/]+$/.test(path)) continue;
      const page = await cache.match(request, { ignoreVary: true });
      found.push({ path, title: titleFrom(page?.headers.get('x-offline-title')) });
    }
  }
  return found.reverse();
}

/** As it stands in the markup of the page, without the name of the app. */
function titleFrom(kept: string | null | undefined): string {
  const markup = decodeURIComponent(kept ?? '');
  const text = new DOMParser().parseFromString(`<title>${markup}</title>`, 'text/html').title;
  return text.replace(/ · Counterpoint$/, '');
}
