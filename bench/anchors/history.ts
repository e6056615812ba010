// Texts made by chance and edited by chance, with every word's fate known: what was kept of a passage, and where it
// stands, is read off the words' identities, never off what they say.

import type { Random } from './random.ts';

/** A word of the text. Two words that say the same are two words. */
export type Word = { id: number; says: string };
/** Paragraphs of words. */
export type Text = Word[][];

let nextId = 0;
const wordOf = (says: string): Word => ({ id: nextId++, says });

const small =
  'the of and to a in that is it for as with was on be by at not are from this or but have an they which'.split(
    ' ',
  );
const onsets = 'b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh st str t th tr v w'.split(' ');
const vowels = 'a e i o u ai ea ee ou oa'.split(' ');
const codas = ['', '', 'n', 'r', 's', 't', 'nd', 'st', 'ck', 'll', 'm', 'p'];

/** Eight thousand words, used as often as words are: the few small ones make up two fifths of any text. */
function vocabulary(random: Random): () => string {
  const syllable = () => random.pick(onsets) + random.pick(vowels) + random.pick(codas);
  const words = Array.from({ length: 8000 }, () =>
    Array.from({ length: random.pick([1, 2, 2, 2, 3, 3, 4]) }, syllable).join(''),
  );
  // Zipf's law: the n-th word 1/n as often as the first.
  const rank = () => Math.floor(Math.exp(random.next() * Math.log(words.length)));
  return () => (random.chance(0.4) ? random.pick(small) : (words[rank()] ?? 'word'));
}

export type Writer = { sentence(): Word[]; words(count: number): Word[] };

export function writerFrom(random: Random): Writer {
  const word = vocabulary(random);
  const words = (count: number) => Array.from({ length: count }, () => wordOf(word()));
  return {
    words,
    sentence() {
      const made = words(random.between(5, 30));
      return made.map((one, i) => {
        const isLast = i === made.length - 1;
        const says = i === 0 ? one.says.charAt(0).toUpperCase() + one.says.slice(1) : one.says;
        return { ...one, says: isLast ? `${says}.` : random.chance(0.08) ? `${says},` : says };
      });
    },
  };
}

/** A text of about so many words. One sentence in fifty says what an earlier one said, as slogans and refrains do. */
export function textOf(random: Random, writer: Writer, wordCount: number): Text {
  const paragraphs: Text = [];
  const said: Word[][] = [];
  for (let count = 0; count < wordCount; ) {
    const paragraph: Word[] = [];
    for (let n = random.between(2, 7); n > 0; n--) {
      const again = said.length > 0 && random.chance(0.02);
      const sentence = again ? random.pick(said).map(({ says }) => wordOf(says)) : writer.sentence();
      said.push(sentence);
      paragraph.push(...sentence);
    }
    count += paragraph.length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/**
 * Edits a text until about `share` of its words were touched: words inserted, deleted and reworded in stretches, whole
 * sentences deleted and inserted; and `share` of its paragraphs deleted, moved, joined with the one before, divided, or
 * followed by a new one (a fifth of it each).
 */
export function edited(text: Text, random: Random, writer: Writer, share: number): Text {
  const reworded = text.map((paragraph) => editedWords(paragraph, random, writer, share));
  return editedParagraphs(
    reworded.filter(({ length }) => length > 0),
    random,
    writer,
    share / 5,
  );
}

function editedWords(paragraph: readonly Word[], random: Random, writer: Writer, share: number): Word[] {
  const result: Word[] = [];
  // An edit touches six words on average.
  const perWord = share / 6;
  for (let i = 0; i < paragraph.length; ) {
    const word = paragraph[i];
    if (word && !random.chance(perWord)) {
      result.push(word);
      i++;
      continue;
    }
    const length = random.pick([1, 1, 2, 3, 4, 6, 9, 18]);
    const act = random.pick(['insert', 'delete', 'reword', 'reword']);
    if (act !== 'delete')
      result.push(...writer.words(act === 'insert' ? length : Math.max(1, length + random.between(-1, 1))));
    if (act !== 'insert') i += length;
    else if (word) {
      result.push(word);
      i++;
    }
  }
  return result;
}

/** Each act falls to `share` of the paragraphs. */
function editedParagraphs(text: Text, random: Random, writer: Writer, share: number): Text {
  const acts = ['delete', 'move', 'join', 'divide', 'insert'] as const;
  const result: Text = [];
  const moving: Text = [];
  for (const paragraph of text) {
    const act = acts[Math.floor(random.next() / share)];
    const last = result.at(-1);
    if (act === 'delete') continue;
    if (act === 'move') moving.push(paragraph);
    else if (act === 'join' && last) last.push(...paragraph);
    else if (act === 'divide' && paragraph.length > 8) {
      const at = random.between(3, paragraph.length - 3);
      result.push(paragraph.slice(0, at), paragraph.slice(at));
    } else result.push([...paragraph]);
    if (act === 'insert') result.push([...writer.sentence(), ...writer.sentence()]);
  }
  for (const paragraph of moving) result.splice(random.between(0, result.length), 0, paragraph);
  return result;
}
