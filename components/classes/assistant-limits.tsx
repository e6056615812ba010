'use client';
// To which sections each assistant is limited. An assistant without any helps in all of them.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './classes.module.css';

export type Assistant = { accountId: string; name: string; sections: readonly string[] };

type Props = { spaceId: string; assistants: readonly Assistant[]; sections: readonly string[] };

export function AssistantLimits({ spaceId, assistants, sections }: Props) {
  const t = useTranslations('classes.limits');
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const limit = async ({ accountId, sections: now }: Assistant, section: string) => {
    const next = now.includes(section) ? now.filter((one) => one !== section) : [...now, section];
    const path = `/spaces/${spaceId}/members/${accountId}/sections`;
    const answer = await send(path, anything, { body: { sections: next } });
    setProblem(answer.ok ? null : answer.problem.message);
    router.refresh();
  };
  return (
    <div className={css.stack}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {assistants.map((assistant) => (
        <fieldset key={assistant.accountId} className={css.group}>
          <legend className={css.legend} dir="auto">
            {assistant.name}
            <span className={css.quiet}> · {t(assistant.sections.length === 0 ? 'all' : 'some')}</span>
          </legend>
          <div className={css.checks}>
            {sections.map((section) => (
              <label key={section} className={css.check}>
                <input
                  type="checkbox"
                  checked={assistant.sections.includes(section)}
                  onChange={() => void limit(assistant, section)}
                />
                <span dir="auto">{section}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
