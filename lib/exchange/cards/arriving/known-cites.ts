// The cites that one of our own Word files brings with it. One counts only while the lines above its card’s words are as they
// were written and show that very cite; strangers’ files may hold anything, so it is parsed like a request.

import * as v from 'valibot';
import { cardParts } from '#lib/model/record.ts';
import { citeLine, citesNamespace, type Headed } from '../cites-part.ts';
import { childrenOf, rootOf } from './word-xml.ts';

const headed = v.pipe(
  v.object({ head: v.array(v.string()), cite: cardParts.cite }),
  v.check(({ head, cite }) => head.at(-1) === citeLine(cite), 'another cite than is read'),
);

/** The cites that a file brings, in its order. */
export function citesIn(xml: string): Headed[] {
  const root = rootOf(xml);
  if (root?.getAttribute('xmlns') !== citesNamespace) return [];
  return childrenOf(root).flatMap((item) => {
    const parsed = v.safeParse(headed, parsedJson(item.textContent ?? ''));
    return parsed.success ? [parsed.output] : [];
  });
}

/** Gives the cite that belongs under these lines; of several cards headed alike the first not yet given. */
export function knownCites(cites: readonly Headed[]): (lines: readonly string[]) => Headed | undefined {
  const byTag = Map.groupBy(cites, ({ head }) => head[0] ?? '');
  return (lines) => {
    const alike = byTag.get(lines[0] ?? '') ?? [];
    const at = alike.findIndex(({ head }) => head.every((line, i) => line === lines[i]));
    return at < 0 ? undefined : alike.splice(at, 1)[0];
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not ours, or damaged: then the line itself is read
  }
}
