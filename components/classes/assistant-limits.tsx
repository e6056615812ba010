'use client';
// To which sections each assistant is limited. An assistant without any helps in all of them.

import { useRouter } from 'next/navigation';
import { startTransition, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { anything, send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './classes.module.css';

export type Assistant = { accountId: string; name: string; sections: readonly string[] };

type Props = { spaceId: string; assistants: readonly Assistant[]; sections: readonly string[] };

export function AssistantLimits({ spaceId, assistants, sections }: Props) {
  return (
    <div className={css.stack}>
      {assistants.map((assistant) => (
        <LimitOf key={assistant.accountId} spaceId={spaceId} assistant={assistant} sections={sections} />
      ))}
    </div>
  );
}

type OneProps = { spaceId: string; assistant: Assistant; sections: readonly string[] };

function LimitOf({ spaceId, assistant, sections }: OneProps) {
  const t = useTranslations('classes.limits');
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  /** What was chosen and is not on the page yet: a box stays as it was pressed, and the next press goes on from it. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const sending = useRef(Promise.resolve());
  const limits = chosen ?? assistant.sections;
  const limit = (section: string) => {
    const next = limits.includes(section) ? limits.filter((one) => one !== section) : [...limits, section];
    setChosen(next);
    // One after the other: the last that is pressed is the last that the server hears of.
    const turn = sending.current.then(async () => {
      const path = `/spaces/${spaceId}/members/${assistant.accountId}/sections`;
      const answer = await send(path, anything, { body: { sections: next } });
      setProblem(answer.ok ? null : answer.problem.message);
      if (sending.current !== turn) return;
      startTransition(() => {
        router.refresh();
        setChosen(null);
      });
    });
    sending.current = turn;
  };
  return (
    <fieldset className={css.group}>
      <legend className={css.legend} dir="auto">
        {assistant.name}
        <span className={css.quiet}> · {t(limits.length === 0 ? 'all' : 'some')}</span>
      </legend>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div className={css.checks}>
        {sections.map((section) => (
          <label key={section} className={css.check}>
            <input type="checkbox" checked={limits.includes(section)} onChange={() => limit(section)} />
            <span dir="auto">{section}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
