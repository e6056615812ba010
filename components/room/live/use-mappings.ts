// The ways from other versions of the texts to those shown: as the page was rendered with them, and fetched for a version
// in which somebody has only now said something.

import { useEffect, useMemo, useState } from 'react';
import { send } from '#components/ui/form/request.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import { editionsNamed } from '#lib/model/editions/named.ts';
import type { Entry, Ref } from '#lib/model/record.ts';

type Shown = { id: string; edition: string; mappings: Readonly<Record<string, Mapping>> };

/** By reading, the ways to the version shown. The same Map until a way was added or another version is shown. */
export function useMappings(
  readings: readonly Shown[],
  entries: ReadonlyMap<Ref, Entry>,
  own: ReadonlyMap<Ref, Entry>,
): ReadonlyMap<string, ReadonlyMap<string, Mapping>> {
  const [fetched, setFetched] = useState<ReadonlyMap<string, Mapping>>(new Map());
  const known = useMemo(
    () => new Map(readings.map((shown) => [shown.id, waysTo(shown, fetched)])),
    [readings, fetched],
  );
  const missing = useMemo(() => {
    const wanted = readings.flatMap(({ id, edition }) => {
      const named = new Set([...editionsNamed(id, entries.values()), ...editionsNamed(id, own.values())]);
      const unknown = [...named].filter((from) => from !== edition && !known.get(id)?.has(from));
      return unknown.map((from) => keyOf(id, from, edition));
    });
    return wanted.join('\n');
  }, [readings, entries, own, known]);
  useEffect(() => {
    const cancel = new AbortController();
    for (const key of missing.split('\n').filter(Boolean)) {
      const [id = '', from = '', to = ''] = key.split(' ').map(encodeURIComponent);
      const path = `/readings/${id}/editions/${from}/mapping?to=${to}`;
      void fetchMapping(path, cancel.signal).then((mapping) => {
        // Without it the passage is found by its words or not at all; the next visit asks again.
        if (mapping) setFetched((before) => new Map(before).set(key, mapping));
      });
    }
    return () => cancel.abort();
  }, [missing]);
  return known;
}

function waysTo(
  { id, edition, mappings }: Shown,
  fetched: ReadonlyMap<string, Mapping>,
): Map<string, Mapping> {
  const ways = new Map(Object.entries(mappings));
  for (const [key, mapping] of fetched) {
    const [reading, from = '', to] = key.split(' ');
    if (reading === id && to === edition) ways.set(from, mapping);
  }
  return ways;
}

/** What an answer must look like comes with the first that is asked for: most visits ask for none. */
async function fetchMapping(path: string, signal: AbortSignal): Promise<Mapping | null> {
  const shape = await import('#lib/model/editions/mapping.ts').catch(() => null);
  if (!shape || signal.aborted) return null;
  const outcome = await send(path, shape.mappingSchema, { method: 'GET', signal });
  return outcome.ok ? outcome.value : null;
}

const keyOf = (reading: string, from: string, to: string) => [reading, from, to].join(' ');
