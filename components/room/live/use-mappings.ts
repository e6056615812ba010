// The ways from other versions of the text to the one shown: as the page was rendered with them, and fetched for a
// version in which somebody has only now said something.

import { useEffect, useMemo, useState } from 'react';
import { send } from '#components/ui/form/request.ts';
import { type Mapping, mappingSchema } from '#lib/model/editions/mapping.ts';
import { editionsNamed } from '#lib/model/editions/named.ts';
import type { Entry, Ref } from '#lib/model/record.ts';

type Shown = { id: string; edition: string; mappings: Readonly<Record<string, Mapping>> };

/** The same Map until a way was added or another version is shown. */
export function useMappings(
  { id, edition, mappings }: Shown,
  entries: ReadonlyMap<Ref, Entry>,
  own: ReadonlyMap<Ref, Entry>,
): ReadonlyMap<string, Mapping> {
  const [fetched, setFetched] = useState<ReadonlyMap<string, Mapping>>(new Map());
  const known = useMemo(() => {
    const here = [...fetched].flatMap(([key, mapping]) =>
      to(key) === edition ? [[from(key), mapping] as const] : [],
    );
    return new Map([...Object.entries(mappings), ...here]);
  }, [edition, mappings, fetched]);
  const missing = useMemo(() => {
    const named = new Set([...editionsNamed(id, entries.values()), ...editionsNamed(id, own.values())]);
    return [...named].filter((one) => one !== edition && !known.has(one)).join(' ');
  }, [id, edition, entries, own, known]);
  useEffect(() => {
    const cancel = new AbortController();
    for (const one of missing.split(' ').filter(Boolean)) {
      const path = `/readings/${encodeURIComponent(id)}/editions/${encodeURIComponent(one)}/mapping?to=${encodeURIComponent(edition)}`;
      void send(path, mappingSchema, { method: 'GET', signal: cancel.signal }).then((outcome) => {
        // Without it the passage is found by its words or not at all; the next visit asks again.
        if (outcome.ok) setFetched((before) => new Map(before).set(`${one} ${edition}`, outcome.value));
      });
    }
    return () => cancel.abort();
  }, [id, edition, missing]);
  return known;
}

const from = (key: string) => key.slice(0, key.indexOf(' '));
const to = (key: string) => key.slice(key.indexOf(' ') + 1);
