// For tests and benches: the rubrics that one can begin with, in English.

import { completeRubricIn, seminarRubricIn } from '#lib/model/review/rubric.ts';
import { translatorOf } from './translate.ts';

const t = translatorOf('en', 'review.rubrics');

export const completeRubric = completeRubricIn((word) => t(word));
export const seminarRubric = seminarRubricIn((word) => t(word));
