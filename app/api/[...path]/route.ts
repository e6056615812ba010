// Every address under /api that is no route: an answer in JSON, like all the others.

import { forAnyone } from '../handle.ts';
import { refused } from '../respond.ts';

const notThere = forAnyone<{ path: string[] }>(async () => refused('no-such-route'));

export { notThere as DELETE, notThere as GET, notThere as PATCH, notThere as POST, notThere as PUT };
