// Opening an archive from the command line. It writes words, which only a process that holds the data may (DUR11): it
// runs while no server does.

import { readFileSync } from 'node:fs';
import { baseUrl, roomPath } from '#lib/data/addresses.ts';
import { type ArchiveRefusal, makeRoomFrom } from '#lib/data/readings/archive-room.ts';
import { replaceRecordWriter } from '#lib/data/readings/writing.ts';
import { readArchive } from '#lib/exchange/discussions/archive-in.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { insideIdentity } from '../inside/author.ts';
import { insideWriter } from '../inside/writer.ts';
import { Rooms } from '../live/rooms.ts';
import { takeStore } from '../start/store.ts';
import { type Command, Refused } from './command.ts';
import { spaceFor } from './space-for.ts';

export const archiveCommands: Command[] = [
  {
    name: 'import-room',
    positionals: ['ARCHIVE'],
    options: { space: 'free' },
    says: 'Makes a discussion from an archive while no server runs, in the given space or the first one.',
    opensNothing: true,
    async *run([file = ''], { space }) {
      const opened = readArchive(new Uint8Array(readFileSync(file)));
      if (!opened.ok) throw new Refused(sentenceOf('en', opened.said));
      const store = await takeStore();
      if (!store.ok)
        throw new Refused(`${store.reason} With the server running, bring the archive in on its page.`);
      const rooms = new Rooms();
      replaceRecordWriter(insideWriter(rooms));
      try {
        const access = await spaceFor(space);
        const { identity, end } = await insideIdentity(access.accountId);
        const made = await makeRoomFrom(identity, access, opened.archive);
        await end();
        if (!made.ok)
          throw new Refused(`The archive was not opened, and nothing of it is kept: ${whyNot(made)}`);
        const { roomId, written } = made;
        const report = made.report.map((say) => say('en'));
        yield { roomId, written, report, url: baseUrl() + roomPath(roomId) };
      } finally {
        await rooms.close();
        await store.release();
      }
    },
  },
];

const whyNot = (made: ArchiveRefusal): string => ('say' in made ? made.say('en') : JSON.stringify(made));
