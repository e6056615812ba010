// The work of all groups of an assignment in one matrix: each room read as its own review reads it, for who reviews there.
// Rooms that one may not enter, and students whom one does not review, are not in it.

import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { GroupWork } from '#lib/model/review/group-work.ts';
import { matrixOfPast } from '#lib/model/review/matrix.ts';
import { type RoomText, roomWorkOf } from '#lib/model/review/room-work.ts';
import { asItStood } from '#lib/model/review/timing.ts';
import { placesOf } from '#lib/model/text/segment.ts';
import { textOf } from '#lib/model/text/text.ts';
import type { AssignmentAccess } from '../classes/assignments.ts';
import type { Identity } from '../people/identity.ts';
import { mappingsTo } from '../readings/editions.ts';
import { type KeptRecord, recordsOf, roomView } from '../readings/rooms.ts';
import { enterRoom } from '../spaces/access.ts';
import { database } from '../store/database.ts';
import { extensionsIn } from './assigned.ts';
import { acceptedIn } from './decisions.ts';
import { gradesIn, studentsIn } from './grades.ts';
import { firstOf, pastOf } from './past.ts';
import { asReviewer, type ReviewAccess } from './reviewing.ts';
import { reviewSettingsOf } from './settings.ts';

/** Every group that this person reviews, with its students as they stood when work was due. */
export async function allGroupsOf(access: AssignmentAccess, identity: Identity): Promise<GroupWork[]> {
  const groups: GroupWork[] = [];
  for (const reviewer of await reviewedRooms(access, identity)) groups.push(await groupWork(reviewer));
  return groups;
}

/** The rooms of an assignment in which this person reviews. */
export async function reviewedRooms(access: AssignmentAccess, identity: Identity): Promise<ReviewAccess[]> {
  const rooms = await database()
    .read.selectFrom('room')
    .select('id')
    .where('assignment_id', '=', access.assignment.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const reviewers: ReviewAccess[] = [];
  for (const { id } of rooms) {
    const entered = await enterRoom(identity, id);
    const reviewer = entered.ok ? asReviewer(entered.access) : null;
    if (reviewer) reviewers.push(reviewer);
  }
  return reviewers;
}

async function groupWork(access: ReviewAccess): Promise<GroupWork> {
  const { id: roomId, title } = access.room;
  const settings = await reviewSettingsOf(access);
  if (settings.analytics === 'none') return { roomId, title, rows: null };
  const { rubric, due } = settings;
  const since = firstOf([due.notes, due.replies]);
  const [records, students, past, accepted, extensions, graded] = await Promise.all([
    recordsOf(access),
    studentsIn(access),
    since === null ? [] : pastOf(access, since),
    acceptedIn(access),
    extensionsIn(access),
    rubric ? gradesIn(access, rubric) : [],
  ]);
  const text = await roomTextOf(access, records);
  const ids = students.map(({ id }) => id);
  const dueOf = (participant: ParticipantId) => extensions.get(participant) ?? due;
  const taken = new Set(accepted);
  const stood = roomWorkOf(asItStood(records, past, dueOf, taken), ids, text);
  const now = roomWorkOf(records, ids, text);
  const names = new Map(students.map(({ id, name }) => [id, name]));
  const grades = new Map(graded.map(({ id, grade }) => [id, grade]));
  const rows = matrixOfPast(stood, now, dueOf, taken).map((row) => ({
    ...row,
    name: names.get(row.participant) ?? '',
    grade: grades.get(row.participant) ?? null,
  }));
  return { roomId, title, rows };
}

async function roomTextOf(access: ReviewAccess, records: readonly KeptRecord[]): Promise<RoomText> {
  const { reading } = await roomView(access);
  const mappings = new Map(Object.entries(await mappingsTo(reading, records)));
  const here = { reading: reading.id, edition: reading.edition, text: textOf(reading.blocks), mappings };
  return {
    places: placesOf(reading.blocks),
    locate: (anchor) => attachedRange(carry(anchor, here)),
  };
}
