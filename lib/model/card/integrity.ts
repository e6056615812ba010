// Is a card true to its reading? Owns what is flagged and why. It only flags: whether the card is read is people's choice.

import { commonRuns } from '../editions/word-diff.ts';
import { wordsOf } from '../editions/words.ts';

/** What is asked about: the card's own words, and the claim set above them. */
export type CardWords = { tag: string; quote: string };

type FlagReason = 'other-words' | 'added-ellipsis' | 'cut-mid-sentence' | 'dropped-negation' | 'stronger-tag';

/** A doubt about a card, with the words that raise it: the card's, or those of the reading that it leaves out. */
export type Flag = { reason: FlagReason; words: string };

type Token = { text: string; start: number; end: number };
type Kept = { card: readonly Token[]; source: readonly Token[]; inCard: Set<number>; inSource: Set<number> };

const hasLetter = /[\p{L}\p{N}]/u;
const ellipsis = /…|\.\s?\.\s?\./g;
const negation = /^(?:not|no|never|none|nor|neither|nobody|nothing|without|hardly|cannot|\p{L}+n't)$/u;
const hedge = /\b(?:may|might|could|perhaps|possibly|probably|likely|suggests?|appears?|seems?)\b/iu;
const certain = /\b(?:will|always|never|must|proves?|certainly|inevitabl[ey]|guarantees?|definitely)\b/iu;
const endsSentence = /[.!?…]["'”’»)\]]*\s*$/u;
const closesSentence = /^["'”’»)\]]*[.!?…]/u;

/** Everything about a card that its source (the whole paragraphs it is taken from) does not bear out. */
export function flagsOf(card: CardWords, source: string): Flag[] {
  const kept = keptWords(card.quote, source);
  return [
    ...otherWords(kept),
    ...addedEllipses(card.quote, source),
    ...cuts(kept, card.quote, source),
    ...droppedNegations(kept),
    ...strongerTag(card.tag, source),
  ];
}

function tokensOf(text: string): Token[] {
  const plain = text.replaceAll('’', "'");
  const { starts, ends } = wordsOf(plain, new Map());
  return starts
    .map((start, i) => ({ text: plain.slice(start, ends[i]).toLowerCase(), start, end: ends[i] ?? start }))
    .filter((token) => hasLetter.test(token.text));
}

function keptWords(quote: string, source: string): Kept {
  const [ofCard, ofSource] = [tokensOf(quote), tokensOf(source)];
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly Token[]) =>
    Int32Array.from(tokens, ({ text }) => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  const whole = { a0: 0, a1: ofCard.length, b0: 0, b1: ofSource.length };
  const runs = commonRuns(numbered(ofCard), numbered(ofSource), whole, (i) => ofCard[i]?.text.length ?? 1);
  const kept: Kept = { card: ofCard, source: ofSource, inCard: new Set(), inSource: new Set() };
  for (const { a, b, length } of runs)
    for (let i = 0; i < length; i++) {
      kept.inCard.add(a + i);
      kept.inSource.add(b + i);
    }
  return kept;
}

function otherWords({ card, inCard }: Kept): Flag[] {
  const words = card.filter((_, i) => !inCard.has(i)).map(({ text }) => text);
  return words.length > 0 ? [{ reason: 'other-words', words: words.join(' ') }] : [];
}

function addedEllipses(quote: string, source: string): Flag[] {
  const added = (quote.match(ellipsis)?.length ?? 0) - (source.match(ellipsis)?.length ?? 0);
  return added > 0 ? [{ reason: 'added-ellipsis', words: '…' }] : [];
}

/** The sentence's words left out before the card's first word and after its last. */
function cuts({ source, inSource }: Kept, quote: string, text: string): Flag[] {
  const places = [...inSource].sort((a, b) => a - b);
  const [first, last] = [source[places[0] ?? -1], source[places.at(-1) ?? -1]];
  if (!first || !last || quote.trim() === '') return [];
  const before = text.slice(0, first.start).replace(/["'“‘«([\s]+$/u, '');
  const after = text.slice(last.end).trimStart();
  const flags: Flag[] = [];
  if (hasLetter.test(before) && !endsSentence.test(before)) flags.push(cut(before.slice(-40)));
  if (hasLetter.test(after) && !closesSentence.test(after)) flags.push(cut(after.slice(0, 40)));
  return flags;
}

const cut = (words: string): Flag => ({ reason: 'cut-mid-sentence', words: words.trim() });

/** Only between the card's words: a sentence left out whole before or after them says nothing about them. */
function droppedNegations({ source, inSource }: Kept): Flag[] {
  const places = [...inSource];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return source
    .filter((token, i) => i > first && i < last && !inSource.has(i) && negation.test(token.text))
    .map(({ text }) => ({ reason: 'dropped-negation', words: text }));
}

function strongerTag(tag: string, source: string): Flag[] {
  const careful = hedge.exec(source);
  const sure = certain.exec(tag);
  return careful && sure && !hedge.test(tag)
    ? [{ reason: 'stronger-tag', words: `${careful[0]} → ${sure[0]}` }]
    : [];
}
