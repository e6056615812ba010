'use client';
// API tokens: made with a name, shown once, ended at will.

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { CopyField } from '#components/ui/form/copy-field.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { needed, useForm } from '#components/ui/form/form.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { ConfirmDialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import css from './account.module.css';

export type Token = { id: string; name: string; createdAt: string; usedAt: string | null };

const made = v.object({ token: v.string() });
const rules = { name: needed('Give the token a name, such as the program that will use it.') };

export function TokenList({ tokens }: { tokens: readonly Token[] }) {
  const router = useRouter();
  const [fresh, setFresh] = useState<string | null>(null);
  const [ending, setEnding] = useState<Token | null>(null);
  const { faults, isBusy, props } = useForm(rules, async (body) => {
    const answer = await send('/tokens', made, { body });
    if (!answer.ok) return { form: answer.problem.message };
    setFresh(answer.value.token);
    router.refresh();
    return null;
  });
  const end = async () => {
    const answer = await send(`/tokens/${ending?.id}`, anything, { method: 'DELETE' });
    router.refresh();
    return answer.ok ? null : answer.problem.message;
  };
  return (
    <div className={css.stack}>
      {fresh && (
        <Notice tone="done" title="Copy it now: it is not shown again">
          <CopyField label="Your new token" value={fresh} />
        </Notice>
      )}
      {tokens.length === 0 ? (
        <EmptyState title="No tokens yet">
          A token lets a program act as you through the HTTP API. Make one only for programs you trust.
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without its bullets Safari no longer takes it for a list
        <ul role="list" className={css.rows}>
          {tokens.map((token) => (
            <li key={token.id} className={css.row}>
              <span className={css.what}>
                <strong dir="auto">{token.name}</strong>
                <span className={css.quiet}>
                  made <Time at={token.createdAt} /> ·{' '}
                  {token.usedAt ? (
                    <>
                      used <Time at={token.usedAt} />
                    </>
                  ) : (
                    'never used'
                  )}
                </span>
              </span>
              <Button aria-label={`Revoke ${token.name}`} onPress={() => setEnding(token)}>
                Revoke…
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form {...props} className={css.form}>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        <div className={css.inline}>
          <Field
            label="Name of the new token"
            name="name"
            autoComplete="off"
            error={faults.name}
            isRequired
          />
          <Button type="submit" isPending={isBusy}>
            Make a token
          </Button>
        </div>
      </form>
      <ConfirmDialog
        title={`Revoke “${ending?.name ?? ''}”?`}
        act="Revoke"
        isOpen={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={end}
      >
        <p>
          Programs that use it are refused from now on. Nothing they did is lost. A token cannot be brought
          back.
        </p>
      </ConfirmDialog>
    </div>
  );
}
