// The product's name as it is set everywhere: a link home.

import Link from 'next/link';
import css from './top-bar.module.css';

export function Wordmark({ href = '/' }: { href?: string }) {
  return (
    <Link href={href} className={css.wordmark}>
      Counterpoint
    </Link>
  );
}
