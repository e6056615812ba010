'use client';
// When even the frame of every page breaks: the same words in a frame of its own.

import './styles/layers.css';
import ErrorPage from './error.tsx';

export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page did not work · Counterpoint</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
