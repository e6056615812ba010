'use client';
// Buttons, and links that look like them. Four looks: one primary act a screen, plain, quiet, and danger.
// Native elements: sign-in and the front page must stay light, and a plain button needs nothing of react-aria.

import { LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import type { FocusEventHandler, ReactNode } from 'react';
import css from './button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

type ButtonProps = {
  look?: ButtonLook;
  size?: 'normal' | 'large';
  type?: 'button' | 'submit';
  onPress?: () => void;
  onBlur?: FocusEventHandler<HTMLButtonElement>;
  /** Keeps the focus, says "busy" to assistive technology and takes no second press. */
  isPending?: boolean;
  /** Pressed, it becomes the button that undoes that: the second click of a double one is no press of its own. */
  isTurning?: boolean;
  isDisabled?: boolean;
  /** For a button among its likes: "Remove Ada". Begins with the words that are seen. */
  'aria-label'?: string;
  children: ReactNode;
};

function classOf(look: ButtonLook, size: 'normal' | 'large'): string {
  return [css.button, css[look], size === 'large' ? css.large : ''].filter(Boolean).join(' ');
}

export function Button({
  look = 'plain',
  size = 'normal',
  type = 'button',
  onPress,
  isPending = false,
  isTurning = false,
  isDisabled = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(look, size)}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      onClick={(event) => {
        // A pointer's clicks are counted by the system's own double-click time, a key's are not.
        if (isPending || (isTurning && event.detail > 1)) event.preventDefault();
        else onPress?.();
      }}
    >
      {isPending && <LoaderCircle aria-hidden className={css.spinner} />}
      {children}
    </button>
  );
}

/** A button that shows an icon only; its label is spoken, and shown on hover. */
export function IconButton({
  label,
  onPress,
  isDisabled = false,
  children,
}: {
  label: string;
  onPress: () => void;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${css.button} ${css.quiet} ${css.icon}`}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** A link to a file, which the browser keeps. */
export function FileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download className={classOf('plain', 'normal')}>
      {children}
    </a>
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
