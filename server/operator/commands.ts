// The commands of the command line, one entry each: what it takes, what it says of itself, what it does.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { baseUrl, joinPath, roomPath } from '#lib/data/addresses.ts';
import { emailField, nameField, passwordField } from '#lib/data/fields.ts';
import type { AccountId } from '#lib/data/ids.ts';
import { accountWithEmail, addUser, insertAccount } from '#lib/data/people/accounts.ts';
import { makeReset } from '#lib/data/people/resets.ts';
import { insertToken, makeToken } from '#lib/data/people/tokens.ts';
import { discussionOf } from '#lib/data/readings/discussion.ts';
import { keepReading } from '#lib/data/readings/readings.ts';
import { makeRoom } from '#lib/data/readings/rooms.ts';
import { settings } from '#lib/data/settings.ts';
import { operatorRoom, type RoomAccess, type SpaceAccess } from '#lib/data/spaces/access.ts';
import { makeInvite } from '#lib/data/spaces/invites.ts';
import { makeParticipant } from '#lib/data/spaces/participants.ts';
import { insertSpace } from '#lib/data/spaces/spaces.ts';
import { database } from '#lib/data/store/database.ts';
import { formatOf, formats } from '#lib/exchange/discussions/formats.ts';
import { readFile } from '#lib/exchange/file.ts';
import { type Role, roles } from '#lib/model/permission.ts';
import { faultWords } from '#lib/words/fault-words.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { sampleReading } from '../start/sample.ts';
import { archiveCommands } from './archives.ts';
import { type Command, Refused } from './command.ts';
import { spaceFor } from './space-for.ts';
import { upkeepCommands } from './upkeep.ts';

const list: Command[] = [
  {
    name: 'user add',
    positionals: [],
    options: { email: 'needed', name: 'needed', password: 'needed' },
    says: 'Makes an account.',
    async *run(_, form) {
      const added = await addUser({
        email: fieldOf(emailField, form.email),
        name: fieldOf(nameField, form.name),
        password: fieldOf(passwordField, form.password),
      });
      if (!added.ok) throw new Refused(accountRefusals[added.reason] ?? added.reason);
      yield { accountId: added.accountId };
    },
  },
  {
    name: 'user reset',
    positionals: [],
    options: { email: 'needed' },
    says: 'Makes a link with which someone sets a new password.',
    async *run(_, { email = '' }) {
      const reset = await makeReset(email);
      if (!reset.ok) throw new Refused(`Nobody here has the e-mail address ${email}.`);
      yield { url: reset.url, expiresAt: reset.expiresAt };
    },
  },
  {
    name: 'token',
    positionals: [],
    options: { email: 'needed' },
    says: 'Makes an API token for someone.',
    async *run(_, { email = '' }) {
      const account = await accountByEmail(email);
      const { token } = await makeToken(account, 'command line');
      yield { token };
    },
  },
  {
    name: 'import',
    positionals: ['FILE'],
    options: { title: 'free', space: 'free', chapter: 'free' },
    says: 'Brings in a text and opens a discussion on it, in the given space or the first one.',
    async *run([file = ''], { title, space, chapter }) {
      const { importBytes, importFileBytes, importParagraphs, importPages } = settings().limits;
      const imported = await readFile(readFileSync(file), {
        fileName: basename(file),
        ...(title !== undefined && { title }),
        ...(chapter !== undefined && { chapter }),
        limits: {
          bytes: importBytes,
          fileBytes: importFileBytes,
          paragraphs: importParagraphs,
          pages: importPages,
        },
      });
      if (!imported.ok) throw new Refused(sentenceOf('en', imported.said));
      if ('chapters' in imported) {
        const list = imported.chapters.map(({ id, title: name }) => `  ${id}  ${name ?? `Part ${id}`}`);
        throw new Refused(`This is a book: choose a chapter with --chapter.\n${list.join('\n')}`);
      }
      const access = await spaceFor(space);
      const kept = await keepReading(access, imported.reading);
      if (!kept.ok) throw new Refused('That space takes no readings.');
      const room = await makeRoom(access, { readingId: kept.reading.id });
      if (!room.ok) throw new Refused('The discussion could not be opened.');
      yield { readingId: kept.reading.id, roomId: room.id, url: baseUrl() + roomPath(room.id) };
    },
  },
  {
    name: 'invite',
    positionals: ['ROOM'],
    options: { role: 'free' },
    says: 'Makes a link that lets people into a discussion, as members unless said otherwise.',
    async *run([room = ''], { role = 'member' }) {
      if (!isRole(role)) throw new Refused(`A role is one of ${roles.join(', ')}.`);
      const { space } = await roomFor(room);
      const invite = await makeInvite(space, { role, roomId: room });
      if (!invite.ok) throw new Refused('That link could not be made.');
      yield { url: baseUrl() + joinPath(invite.code), role, expiresAt: invite.expiresAt };
    },
  },
  {
    name: 'export',
    positionals: ['ROOM'],
    options: { format: 'needed' },
    says: `Prints a discussion; the format is one of ${formats.map(({ id }) => id).join(', ')}. What it cannot carry goes to standard error.`,
    async *run([room = ''], { format: id = '' }) {
      const format = formatOf(id);
      if (!format) throw new Refused(`The format is one of ${formats.map((one) => one.id).join(', ')}.`);
      const { access } = await roomFor(room);
      const { parts, report } = format.write(await discussionOf(access, baseUrl()));
      yield* parts;
      for (const said of report) process.stderr.write(`${sentenceOf('en', said)}\n`);
    },
  },
  {
    name: 'populate',
    positionals: [],
    options: { rooms: 'needed', people: 'needed' },
    says: 'Makes rooms full of participants with tokens, for load and demonstrations.',
    async *run(_, options) {
      const roomCount = wholeNumber('rooms', options.rooms, 1000);
      const peopleCount = wholeNumber('people', options.people, 1000);
      yield* populate(roomCount, peopleCount);
    },
  },
];

/** All commands, by their names. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [...list, ...archiveCommands, ...upkeepCommands].map((command) => [command.name, command]),
);

const accountRefusals: Record<string, string> = {
  'email-taken': 'Someone here has that e-mail address already. Nothing was changed.',
};

async function accountByEmail(email: string): Promise<AccountId> {
  const account = await database().write(() => accountWithEmail(email.trim().toLowerCase()));
  if (!account) throw new Refused(`Nobody here has the e-mail address ${email}.`);
  return account.id;
}

async function roomFor(id: string): Promise<{ space: SpaceAccess; access: RoomAccess }> {
  const found = await operatorRoom(id);
  if (!found) throw new Refused(`There is no discussion ${id}.`);
  return found;
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

function fieldOf<T>(field: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(field, value);
  if (!result.success) throw new Refused(`${faultWords(result.issues[0], 'en')}. Nothing was changed.`);
  return result.output;
}

function wholeNumber(name: string, text: string | undefined, max: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > max) {
    throw new Refused(`--${name} is a whole number from 1 to ${max}.`);
  }
  return number;
}

/** Each room and each person in a transaction of its own, so that a running server never waits long (DUR11). */
async function* populate(roomCount: number, peopleCount: number): AsyncIterable<unknown> {
  const spaceId = await database().write(function* () {
    const owner = yield* insertAccount({ name: 'Load', kind: 'guest' });
    return yield* insertSpace(owner, { name: `Populated ${new Date().toISOString()}`, kind: 'course' });
  });
  const access = await spaceFor(spaceId);
  const kept = await keepReading(access, sampleReading());
  if (!kept.ok) throw new Refused('The sample reading could not be kept.');
  for (let r = 1; r <= roomCount; r++) {
    const room = await makeRoom(access, { readingId: kept.reading.id, title: `Room ${r}` });
    if (!room.ok) throw new Refused('A discussion could not be opened.');
    for (let p = 1; p <= peopleCount; p++) {
      yield await database().write(function* () {
        const account = yield* insertAccount({ name: `Person ${r}.${p}`, kind: 'guest' });
        const participantId = yield* makeParticipant(account, room.id, 'member');
        const { token } = yield* insertToken(account, 'populate');
        return { room: room.id, participantId, token };
      });
    }
  }
}
