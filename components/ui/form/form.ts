'use client';
// One way to send a form: check what was typed, say what is wrong beside it, send, say what the server answered.

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { pageWords } from '../page-words.ts';

/** Gives what is wrong with a value, or undefined. */
export type Rule = (value: string) => string | undefined;
/** What is wrong, by field; `form` is for what concerns all of it. */
export type Faults<Name extends string> = Partial<Record<Name | 'form', string>>;

export const needed =
  (message: string): Rule =>
  (value) =>
    value.trim() === '' ? message : undefined;

export const emailRule: Rule = (value) =>
  /^\S+@\S+$/.test(value.trim()) ? undefined : pageWords()('form.email');

/** The server has the last word; this is the part of its rule that can be told before asking. */
export const newPasswordRule: Rule = (value) =>
  value.length >= 8 ? undefined : pageWords()('form.newPassword');

export const anyText: Rule = () => undefined;

/** What is wrong with these values; an empty object means nothing. */
export function faultsOf<Name extends string>(
  values: Record<Name, string>,
  rules: Record<Name, Rule>,
): Faults<Name> {
  const faults: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(rules) as Name[]) {
    const fault = rules[name](values[name]);
    if (fault) faults[name] = fault;
  }
  return faults as Faults<Name>;
}

function valuesIn<Name extends string>(form: HTMLFormElement, names: Name[]): Record<Name, string> {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])) as Record<
    Name,
    string
  >;
}

/**
 * `send` gets the checked values and gives the server's faults, or null once done (the form then stays busy if the
 * page is about to leave: give `'leaving'`). The first faulty field gets the focus.
 */
export function useForm<Name extends string>(
  rules: Record<Name, Rule>,
  send: (values: Record<NoInfer<Name>, string>) => Promise<Faults<NoInfer<Name>> | null | 'leaving'>,
) {
  const [faults, setFaults] = useState<Faults<Name>>({});
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const element = event.currentTarget;
    const values = valuesIn(element, Object.keys(rules) as Name[]);
    const wrong = faultsOf(values, rules);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const answer = await send(values);
    if (answer === 'leaving') return;
    setBusy(false);
    setFaults(answer ?? {});
    if (answer === null) element.reset();
  };
  return { faults, isBusy, props: { ref: form, onSubmit, method: 'post', noValidate: true } as const };
}
