// The one process: HTTP by Next and the sync upgrade, on one port. `npm start` and `npm run dev` run this file.

import { SettingsError, settings } from '#lib/data/settings.ts';

const oldestNode = 24;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(
    `Counterpoint runs on Node ${oldestNode} or later; this is ${process.versions.node}. ` +
      'On Linux `npm ci` brings it along; elsewhere install it from nodejs.org.',
  );
}
try {
  settings();
} catch (error) {
  if (error instanceof SettingsError) fail(`${error.message}\nSee .env.example for what each one means.`);
  throw error;
}

// Loaded only now, because everything below reads the settings.
const { startServer } = await import('./start/start.ts');
await startServer();

function fail(reason: string): never {
  process.stderr.write(`${reason}\nNothing was started and nothing was changed.\n`);
  process.exit(1);
}
