// What a page of a course says of an assistant's limit, beside where one is: why some are not on it.

import { listFormat } from '#lib/words/lists.ts';
import { currentLocale, getTranslations } from '../words.tsx';

/** Nothing for who has no limit. */
export async function limitWords({ sections }: { sections: readonly string[] }): Promise<string[]> {
  if (sections.length === 0) return [];
  const t = await getTranslations('terms');
  const names = listFormat(await currentLocale()).format(sections);
  return [t('limit', { count: sections.length, names })];
}
