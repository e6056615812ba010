// A server with people and all that they have said, and the screens there are to see on it: for pictures, and for the
// story that walks through all of them.

import { insideData } from '../inside.ts';
import type { AppServer } from '../server.ts';
import { makeClass } from './class.ts';
import { ask, type Person, signUp } from './people.ts';
import { type Screen, screensOf, type Visitor } from './screens.ts';
import { sayAll } from './words.ts';

export type Furnished = { screens: Screen[]; people: Record<Exclude<Visitor, 'nobody'>, Person> };

/** The server is stopped for a moment meanwhile. */
export async function furnish(server: AppServer): Promise<Furnished> {
  const made = await makeClass(server);
  const [bea] = made.students;
  if (!bea) throw new Error('the class has no students');
  const guest = await signUp(server, 'Theo Lind', true);
  const people = { ines: made.ines, bea, noa: await signUp(server, 'Noa Brandt'), guest };
  const { url } = await ask<{ url: string }>(guest, 'POST', '/demo', {});
  await server.stop();
  await insideData(server.dataDir, () => sayAll(made));
  await server.run();
  return { screens: screensOf(made, new URL(url).pathname), people };
}
