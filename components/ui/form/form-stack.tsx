// The parts of a form one below the other, evenly.

import type { ReactNode } from 'react';
import css from './form-stack.module.css';

export function FormStack({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}
