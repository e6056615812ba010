// Finding in a list by what someone types: every word must be in the row, in any order, whatever its case or accents.

/** Lower case and without accents, so that "resume" finds "Résumé". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The rows in whose words all of `query` is found, in their order. */
export function foundIn<Row>(
  rows: readonly Row[],
  query: string,
  wordsOf: (row: Row) => string,
): readonly Row[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const words = plain(wordsOf(row));
    return wanted.every((word) => words.includes(word));
  });
}
