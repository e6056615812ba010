// A text as a row of words: what the comparison of two editions counts in. White space stands between them.

/** The words of a text, in order: where each begins and ends (UTF-16 units) and a number that equal words share. */
export type Words = { starts: number[]; ends: number[]; ids: Int32Array };

/** Gives equal words equal numbers: the texts that are compared share one. */
export type Lexicon = Map<string, number>;

// Scripts written without spaces are cut letter by letter, which a comparison can work with; Intl.Segmenter knows their
// words, but takes twenty times as long on a long text.
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const joined = '(?:\\p{M}|\\p{Emoji_Modifier}|\\u200D\\P{White_Space})*';
const pattern = new RegExp(
  `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}_])(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}_’'\\u200C\\u200D-])*|\\p{RI}{2}|\\P{White_Space}${joined}`,
  'uy',
);

/** Cuts a text into words and single marks. */
export function wordsOf(text: string, lexicon: Lexicon): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfWord(text, at);
    if (end > at) {
      const word = text.slice(at, end);
      let id = lexicon.get(word);
      if (id === undefined) {
        id = lexicon.size;
        lexicon.set(word, id);
      }
      starts.push(at);
      ends.push(end);
      ids.push(id);
    }
    at = Math.max(end, at + 1);
  }
  return { starts, ends, ids: Int32Array.from(ids) };
}

// ASCII is most of most texts, and a table is five times as fast as the pattern: 2 begins a word, 1 goes on with one.
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /\w/.test(letter) ? 2 : /['-]/.test(letter) ? 1 : 0;
});

/** Where the word that begins at `at` ends; `at` itself where white space stands there. */
function endOfWord(text: string, at: number): number {
  const first = text.charCodeAt(at);
  let end = at + 1;
  if (ascii[first] === 2) while ((ascii[text.charCodeAt(end)] ?? 0) > 0) end++;
  // A letter beyond ASCII may go on with the word, or be an accent on its last letter.
  if (first < 128 && !(text.charCodeAt(end) >= 128)) return first <= 32 ? at : end;
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
