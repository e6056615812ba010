// The filter in the address (U32), so that it can be shared, reloaded and gone back to; files are asked for by the same
// words (U44).

import { noteKinds, stances } from '../record.ts';
import { type Filter, type ThreadTrait, threadTraits } from './filter.ts';

/** The filter that an address asks for; what it does not know is left out. */
export function filterFrom(params: URLSearchParams): Filter {
  const is = (params.get('is') ?? '').split(',');
  return {
    words: params.get('q') ?? '',
    by: params.get('by') || null,
    kind: noteKinds.find((kind) => kind === params.get('kind')) ?? null,
    stance: stances.find((stance) => stance === params.get('stance')) ?? null,
    tag: params.get('tag') || null,
    is: threadTraits.filter((trait) => is.includes(trait)),
  };
}

/** The same address with another filter; whatever else stands in it stays. */
export function withFilter(params: URLSearchParams, filter: Filter): string {
  const next = new URLSearchParams(params);
  const { words, by, kind, stance, tag, is } = filter;
  const values = { q: words, by, kind, stance, tag, is: is.join(',') };
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const query = next.toString();
  return query === '' ? '' : `?${query}`;
}

/** The filter with one trait asked for, or not any more. */
export function toggled(filter: Filter, trait: ThreadTrait): Filter {
  const others = filter.is.filter((one) => one !== trait);
  return { ...filter, is: others.length < filter.is.length ? others : [...others, trait] };
}
