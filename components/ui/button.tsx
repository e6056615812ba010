'use client';
// Buttons, and links that look like them. Four looks: one primary act a screen, plain, quiet, and danger.

import { LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import css from './button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  look?: ButtonLook;
  size?: 'normal' | 'large';
  children: ReactNode;
};

function classOf(look: ButtonLook, size: 'normal' | 'large'): string {
  return [css.button, css[look], size === 'large' ? css.large : ''].filter(Boolean).join(' ');
}

/** `isPending` keeps the focus, says "busy" to assistive technology and takes no second press. */
export function Button({ look = 'plain', size = 'normal', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classOf(look, size)}>
      {({ isPending }) => (
        <>
          {isPending && <LoaderCircle aria-hidden className={css.spinner} />}
          {children}
        </>
      )}
    </AriaButton>
  );
}

/** A button that shows an icon only; its label is spoken and shown on hover. */
export function IconButton({
  label,
  children,
  ...rest
}: Omit<ButtonProps, 'look' | 'size' | 'aria-label'> & { label: string }) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      render={(props) => <button {...props} title={label} />}
      className={`${css.button} ${css.quiet} ${css.icon}`}
    >
      {children}
    </AriaButton>
  );
}

/** A link drawn as a button: for going somewhere, never for doing something. */
export function LinkButton({
  href,
  look = 'plain',
  size = 'normal',
  children,
}: {
  href: string;
  look?: ButtonLook;
  size?: 'normal' | 'large';
  children: ReactNode;
}) {
  return (
    <Link href={href} className={classOf(look, size)}>
      {children}
    </Link>
  );
}
