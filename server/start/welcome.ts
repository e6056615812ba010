// What the terminal says once the server listens: where it is and what to do first.

import { ownerCode } from '#lib/data/people/owner-code.ts';
import { settings } from '#lib/data/settings.ts';
import { whereKept } from './store.ts';

/** Prints the address and the first step; with the code for the first account where one is needed. */
export async function welcome(port: number): Promise<void> {
  const { host, publicUrl } = settings();
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const address = publicUrl ?? `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
  const code = await ownerCode();
  const lines = [
    '',
    `  Counterpoint is at ${address}`,
    '',
    ...(code
      ? [
          '  To begin, create the first account there; it owns the first course.',
          `  It asks for this code, so that nobody else can come first: ${code}`,
        ]
      : ['  To begin, open it in a browser: try the sample debate as a guest, or create an account.']),
    `  Everything is kept in ${whereKept()}. Stop with Ctrl+C.`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
