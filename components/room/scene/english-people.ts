// For tests: people, and in English whoever is none of them.

import { translatorOf } from '#lib/words/translate.ts';
import { type People, type Person, peopleById } from './people.ts';

export function englishPeople(people: readonly Person[]): People {
  const t = translatorOf('en', 'room.unnamed');
  return peopleById(people, { someone: t('someone'), mentioned: t('mentioned') });
}
