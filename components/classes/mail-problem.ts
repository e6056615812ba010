// Why someone could not be mailed: our reasons in the page's language, the mail server's in its own words.

import { useTranslations } from 'use-intl/react';
import { mailProblems } from '#lib/model/classes/mail-problem.ts';

export function useMailProblem(): (problem: string) => string {
  const t = useTranslations('classes.mailProblem');
  return (problem) => {
    const ours = mailProblems.find((one) => one === problem);
    return ours ? t(ours) : problem;
  };
}
