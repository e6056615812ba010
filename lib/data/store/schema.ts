// The tables and their migrations, one schema for both engines: text, integers, blobs; times are ISO UTC text, JSON is text.
// A migration is never edited once released: add the next one.

import type { Generated } from 'kysely';

export interface Schema {
  meta: { key: string; value: string };
  account: {
    id: string;
    /** Lower case; null for a guest, who has only a name, and for a closed account. */
    email: string | null;
    name: string;
    /** `imported`: someone whose words were brought in from elsewhere; never signs in (docs/decisions). */
    kind: 'member' | 'guest' | 'imported';
    password_hash: string | null;
    created_at: string;
    closed_at: string | null;
    /** When the e-mail address was proven to be theirs. */
    confirmed_at: string | null;
    inbox_seen_at: string | null;
    digest: Generated<'off' | 'daily'>;
    digested_at: string | null;
    /** JSON of SomeManners (lib/model/manners); null while nothing was chosen. */
    manners: string | null;
  };
  /** Sign-ins by an OpenID provider. */
  identity: { provider: string; subject: string; account_id: string };
  session: {
    id: string;
    account_id: string;
    user_agent: string | null;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
  };
  /** API tokens; `hash` is SHA-256 of the token in hex, the token itself is shown once. */
  token: {
    id: string;
    account_id: string;
    name: string;
    hash: string;
    created_at: string;
    used_at: string | null;
    revoked_at: string | null;
  };
  /** One-time password resets; `hash` as in token. */
  password_reset: { hash: string; account_id: string; expires_at: string; used_at: string | null };
  /** Links that prove an e-mail address; `hash` as in token. */
  email_proof: { hash: string; account_id: string; email: string; expires_at: string };
  space: {
    id: string;
    name: string;
    kind: 'course' | 'squad';
    created_by: string;
    created_at: string;
    /** When a course ended; everything in it is purged `retention_months` later. */
    ended_at: string | null;
    retention_months: Generated<number>;
  };
  membership: {
    space_id: string;
    account_id: string;
    role: 'owner' | 'assistant' | 'member' | 'observer';
    created_at: string;
    removed_at: string | null;
  };
  /** A link that lets people in: to the whole space, or (with room_id) to that one room. */
  invite: {
    code: string;
    space_id: string;
    room_id: string | null;
    role: 'owner' | 'assistant' | 'member' | 'observer';
    created_by: string;
    created_at: string;
    expires_at: string | null;
    revoked_at: string | null;
  };
  reading: {
    id: string;
    space_id: string;
    created_by: string;
    created_at: string;
    archived_at: string | null;
  };
  /** A version of a reading's text; the newest number is current. `blocks` is JSON of Block[] (lib/model/text). */
  edition: {
    id: string;
    reading_id: string;
    number: number;
    title: string;
    standfirst: string | null;
    byline: string | null;
    credit: string | null;
    source: string | null;
    blocks: string;
    created_at: string;
    /** Who corrected the text; null for the first one, which is the reading's. */
    created_by: string | null;
  };
  room: {
    id: string;
    space_id: string;
    title: string;
    kind: 'seminar' | 'debate';
    /** 'members': anyone in the space may enter; 'invited': only those who have a place in it. */
    entry: 'members' | 'invited';
    /** JSON of VisibilityRule (lib/model/visibility). */
    visibility: string;
    /** JSON of RoomSettings (lib/model/room-settings). */
    settings: Generated<string>;
    created_by: string;
    created_at: string;
    closed_at: string | null;
    /** The room of one group of an assignment; then it admits no guests. */
    assignment_id: string | null;
    group_name: string | null;
    /** The section all of its group belongs to: assistants of other sections do not enter. */
    section: string | null;
    names: Generated<'named' | 'pseudonymous'>;
    /** 1 once its settings were changed apart from its assignment's. */
    is_apart: Generated<number>;
  };
  /** The readings a room holds, the lowest position first: asked in lib/data/readings/room-readings alone. */
  room_reading: {
    room_id: string;
    reading_id: string;
    position: number;
    added_by: string;
    added_at: string;
  };
  /** One per room and account for ever (AUTH5): removal keeps the row. */
  participant: {
    id: string;
    room_id: string;
    account_id: string;
    /** Set by an invite to this one room; otherwise the role is the membership's. */
    role: 'owner' | 'assistant' | 'member' | 'observer' | null;
    created_at: string;
    removed_at: string | null;
    sighted_at: string | null;
    /** The team they are on in a round; null for none. */
    side: string | null;
    /** What they are in a round besides, or instead of, debating (lib/model/round/rule). */
    part: 'chair' | 'judge' | 'coach' | null;
    /** When the review of their work was released to them; null while it is not. */
    released_at: string | null;
    /** No notifications from this room since then. */
    muted_at: string | null;
  };
  /**
   * A student on a course's roster, with or without an account: without, they are expected, and bound to it when
   * someone signs up with the e-mail address or opens the personal link. `canvas` is JSON of CanvasIds (lib/model/roster).
   */
  seat: {
    id: string;
    space_id: string;
    account_id: string | null;
    name: string;
    email: string | null;
    section: string | null;
    group_name: string | null;
    canvas: string | null;
    code: string;
    created_at: string;
    /** When their personal link was last mailed, and to which address; null while it was not. */
    mailed_at: string | null;
    mailed_to: string | null;
    /** Why that did not succeed; null where the mail server took it. */
    mail_problem: string | null;
  };
  /** Sections to which an assistant is limited; none at all is no limit. */
  assistant_section: { space_id: string; account_id: string; section: string };
  /** Rooms made together on one reading. Times are ISO UTC; `visibility` as in room. */
  assignment: {
    id: string;
    space_id: string;
    reading_id: string;
    title: string;
    prompt: string;
    /** IANA name: in whose days the dates are said. */
    time_zone: string;
    notes_due_at: string | null;
    replies_due_at: string | null;
    closes_at: string | null;
    required_notes: number;
    required_replies: number;
    visibility: string;
    names: 'named' | 'pseudonymous';
    rubric_id: string | null;
    /** The gradebook's column. */
    column_title: string;
    created_by: string;
    created_at: string;
    archived_at: string | null;
  };
  /** Which room of an assignment each student belongs to, those expected included. */
  place: { assignment_id: string; seat_id: string; room_id: string };
  /** Later dates for one student; null leaves the assignment's. Nobody but instructors and that student is told. */
  extension: {
    assignment_id: string;
    seat_id: string;
    notes_due_at: string | null;
    replies_due_at: string | null;
    closes_at: string | null;
    created_by: string;
    created_at: string;
  };
  /** What instructors did to others' words and rights. Triggers refuse updates, and deletions while the space stands. */
  audit: {
    id: Generated<number>;
    at: string;
    space_id: string;
    room_id: string | null;
    /** Who did it; null for the server itself. */
    account_id: string | null;
    act: string;
    /** A ref, a participant's id, 'room', or the name of what it was done to. */
    about: string | null;
    reason: string | null;
  };
  /** A records request or an appeal: nothing of the course is purged, nor of the person deleted, while it is open. */
  hold: {
    id: string;
    space_id: string;
    /** Null holds the whole course. */
    account_id: string | null;
    kind: 'records-request' | 'appeal';
    note: string;
    opened_by: string;
    opened_at: string;
    closed_at: string | null;
  };
  /** Someone asked that what is held about them be deleted. */
  deletion_request: { account_id: string; asked_at: string; done_at: string | null };
  /** What changed about someone's access, for every process to watch (AUTH2, DUR11). Null means "whoever it is". */
  access_change: {
    id: Generated<number>;
    at: string;
    account_id: string | null;
    space_id: string | null;
    room_id: string | null;
    /** 'roster': names or roles to fetch again; 'access': judge the sockets concerned again. */
    kind: 'access' | 'roster';
  };
  /** A Yjs document: `seq` counts its accepted values; a new lineage makes every older copy drop its cache (DUR8). */
  document: {
    name: string;
    lineage: string;
    seq: number;
    size_bytes: number;
    quarantined_at: string | null;
    quarantine_reason: string | null;
  };
  /**
   * Append-only. One row a commit, `seq` that of its last value, bytes as the server's own document emitted them
   * (GATE8), packed as packing.ts says; `checksum` is the CRC-32 of what is kept, and `follows` the seq of the row before,
   * so that a damaged or missing row is noticed before anything is applied (DUR7). Null on rows older than the column.
   */
  log: {
    document: string;
    seq: number;
    bytes: Uint8Array;
    packing: Generated<number>;
    checksum: number;
    follows: Generated<number | null>;
    accepted_at: string;
  };
  /** `hash` is SHA-256 of the bytes as they are kept, in hex; the newest that verifies is loaded (DUR6, DUR7). */
  snapshot: {
    document: string;
    seq: number;
    bytes: Uint8Array;
    packing: Generated<number>;
    hash: string;
    created_at: string;
  };
  /** GATE2: each Yjs client id belongs to one participant of a document. */
  client_owner: { document: string; client: number; participant_id: string; claimed_at: string };
  /**
   * The value of every record as the document has it, with the server's times. `value` is JSON, null once deleted;
   * `created_seq` and `created_at` are of its first acceptance and give the order on screen.
   */
  record: {
    document: string;
    ref: string;
    participant_id: string;
    record_id: string;
    value: string | null;
    seq: number;
    created_seq: number;
    created_at: string;
    accepted_at: string;
  };
  /** Every accepted value, losing concurrent writes included (DUR10), in the order of the document. */
  record_version: {
    document: string;
    ref: string;
    seq: number;
    value: string | null;
    accepted_at: string;
  };
  /** Never changed once made: an edited rubric is another one. `criteria` is JSON of lib/model/review/rubric. */
  rubric: {
    id: string;
    space_id: string;
    name: string;
    scale: 'points' | 'complete';
    criteria: string;
    created_by: string;
    created_at: string;
    archived_at: string | null;
  };
  /**
   * How a room's work is reviewed; a room without a row has neither rubric nor dates, and full analytics. Rubric and dates
   * are those of a room of no assignment: one of an assignment has the assignment's, and none here.
   */
  review: {
    room_id: string;
    rubric_id: string | null;
    analytics: 'none' | 'counts' | 'full';
    notes_due_at: string | null;
    replies_due_at: string | null;
  };
  /** Work received late that an instructor takes as in time. */
  late_acceptance: { room_id: string; ref: string; accepted_by: string; accepted_at: string };
  /** Append-only: what people decided over the rubric, the last of a participant counting; 'none' takes it back. */
  grade_override: {
    id: Generated<number>;
    room_id: string;
    participant_id: string;
    decision: 'points' | 'excused' | 'none';
    points: number | null;
    reason: string;
    /** The instructor's participant. */
    decided_by: string;
    decided_at: string;
  };
  /**
   * What an instructor says in every group of an assignment: a record of this id on their layer in each room. `owed`
   * changes with each change of it, and is null once every room has it as it stands.
   */
  note_for_all: { assignment_id: string; account_id: string; record_id: string; owed: string | null };
  /** Words that instructors of a space use again and again. */
  stock_comment: { id: string; space_id: string; body: string; created_by: string; created_at: string };
}

/** The words that differ between the engines. */
export type Dialect = {
  engine: 'sqlite' | 'postgres';
  text: string;
  blob: string;
  serial: string;
  bigint: string;
  clustered: string;
};
export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  text: 'text',
  blob: 'blob',
  serial: 'integer primary key autoincrement',
  bigint: 'integer',
  // Rows in the order of their key: a room's are read some six times as fast as by an index, when it is opened and when it
  // is reviewed. A commit writes more for it, since rows go in between those of other rooms.
  clustered: ' without rowid',
};
export const postgresDialect: Dialect = {
  engine: 'postgres',
  // Byte order, as in SQLite: a locale's order changes with the system's libraries, and breaks every index on text.
  text: 'text collate "C"',
  blob: 'bytea',
  serial: 'bigint generated always as identity primary key',
  bigint: 'bigint',
  clustered: '',
};

/** In order; the database remembers in `meta.schema_version` how many have run. */
export const migrations: ((d: Dialect) => string[])[] = [
  ({ text, blob, serial, bigint, clustered }) => [
    `create table account (id ${text} primary key, email ${text} unique, name ${text} not null, kind ${text} not null,
      password_hash ${text}, created_at ${text} not null, closed_at ${text})`,
    `create table identity (provider ${text} not null, subject ${text} not null, account_id ${text} not null references account(id),
      primary key (provider, subject))`,
    `create table session (id ${text} primary key, account_id ${text} not null references account(id), user_agent ${text},
      created_at ${text} not null, expires_at ${text} not null, revoked_at ${text})`,
    `create index session_account on session(account_id)`,
    `create table token (id ${text} primary key, account_id ${text} not null references account(id), name ${text} not null,
      hash ${text} not null unique, created_at ${text} not null, used_at ${text}, revoked_at ${text})`,
    `create index token_account on token(account_id)`,
    `create table password_reset (hash ${text} primary key, account_id ${text} not null references account(id),
      expires_at ${text} not null, used_at ${text})`,
    `create table space (id ${text} primary key, name ${text} not null, kind ${text} not null,
      created_by ${text} not null references account(id), created_at ${text} not null)`,
    `create table membership (space_id ${text} not null references space(id), account_id ${text} not null references account(id),
      role ${text} not null, created_at ${text} not null, removed_at ${text}, primary key (space_id, account_id))`,
    `create index membership_account on membership(account_id)`,
    `create table reading (id ${text} primary key, space_id ${text} not null references space(id), created_by ${text} not null,
      created_at ${text} not null, archived_at ${text})`,
    `create index reading_space on reading(space_id)`,
    `create table edition (id ${text} primary key, reading_id ${text} not null references reading(id), number integer not null,
      title ${text} not null, standfirst ${text}, byline ${text}, credit ${text}, source ${text}, blocks ${text} not null, created_at ${text} not null,
      unique (reading_id, number))`,
    `create table room (id ${text} primary key, space_id ${text} not null references space(id),
      reading_id ${text} not null references reading(id), title ${text} not null, kind ${text} not null, entry ${text} not null,
      visibility ${text} not null, created_by ${text} not null, created_at ${text} not null, closed_at ${text})`,
    `create index room_space on room(space_id)`,
    `create table invite (code ${text} primary key, space_id ${text} not null references space(id), room_id ${text} references room(id),
      role ${text} not null, created_by ${text} not null, created_at ${text} not null, expires_at ${text}, revoked_at ${text})`,
    `create index invite_space on invite(space_id)`,
    `create table participant (id ${text} primary key, room_id ${text} not null references room(id),
      account_id ${text} not null references account(id), role ${text}, created_at ${text} not null, removed_at ${text}, sighted_at ${text},
      unique (room_id, account_id))`,
    `create index participant_account on participant(account_id)`,
    `create table access_change (id ${serial}, at ${text} not null, account_id ${text}, space_id ${text}, room_id ${text}, kind ${text} not null)`,
    `create table document (name ${text} primary key, lineage ${text} not null, seq ${bigint} not null,
      size_bytes ${bigint} not null, quarantined_at ${text}, quarantine_reason ${text})`,
    `create table log (document ${text} not null, seq ${bigint} not null, bytes ${blob} not null,
      checksum ${bigint} not null, accepted_at ${text} not null, primary key (document, seq))${clustered}`,
    `create table snapshot (document ${text} not null, seq ${bigint} not null, bytes ${blob} not null, hash ${text} not null,
      created_at ${text} not null, primary key (document, seq))`,
    `create table client_owner (document ${text} not null, client ${bigint} not null, participant_id ${text} not null,
      claimed_at ${text} not null, primary key (document, client))${clustered}`,
    `create table record (document ${text} not null, ref ${text} not null, participant_id ${text} not null, record_id ${text} not null,
      value ${text}, seq ${bigint} not null, created_seq ${bigint} not null, created_at ${text} not null, accepted_at ${text} not null,
      primary key (document, ref))${clustered}`,
    `create table record_version (document ${text} not null, ref ${text} not null, seq ${bigint} not null,
      value ${text}, accepted_at ${text} not null, primary key (document, seq))${clustered}`,
  ],
  ({ text }) => [
    `alter table participant add column side ${text}`,
    `alter table participant add column released_at ${text}`,
  ],
  ({ text }) => [`alter table room add column settings ${text} not null default '{}'`],
  ({ text }) => [`alter table participant add column part ${text}`],
  ({ text }) => [`alter table edition add column created_by ${text}`],
  (d) => [...classes(d), ...auditGuards(d)],
  ({ text, serial }) => [
    `create table rubric (id ${text} primary key, space_id ${text} not null references space(id), name ${text} not null,
      scale ${text} not null, criteria ${text} not null, created_by ${text} not null references account(id),
      created_at ${text} not null, archived_at ${text})`,
    `create index rubric_space on rubric(space_id)`,
    `create table review (room_id ${text} primary key references room(id), rubric_id ${text} references rubric(id),
      analytics ${text} not null, notes_due_at ${text}, replies_due_at ${text})`,
    `create table late_acceptance (room_id ${text} not null references room(id), ref ${text} not null,
      accepted_by ${text} not null, accepted_at ${text} not null, primary key (room_id, ref))`,
    `create table grade_override (id ${serial}, room_id ${text} not null references room(id), participant_id ${text} not null,
      decision ${text} not null, points double precision, reason ${text} not null, decided_by ${text} not null,
      decided_at ${text} not null)`,
    `create index grade_override_room on grade_override(room_id)`,
    `create table stock_comment (id ${text} primary key, space_id ${text} not null references space(id), body ${text} not null,
      created_by ${text} not null references account(id), created_at ${text} not null)`,
    `create index stock_comment_space on stock_comment(space_id)`,
  ],
  ({ text }) => [`alter table account add column manners ${text}`],
  ({ bigint }) => [
    `alter table log add column packing integer not null default 0`,
    `alter table log add column follows ${bigint}`,
    `alter table snapshot add column packing integer not null default 0`,
  ],
  ({ text }) => [
    `alter table account add column confirmed_at ${text}`,
    `create table email_proof (hash ${text} primary key, account_id ${text} not null references account(id),
      email ${text} not null, expires_at ${text} not null)`,
    `create index email_proof_account on email_proof(account_id)`,
  ],
  ({ text }) => [
    `create table room_reading (room_id ${text} not null references room(id), reading_id ${text} not null references reading(id),
      position integer not null, added_by ${text} not null, added_at ${text} not null, primary key (room_id, reading_id))`,
    `create index room_reading_reading on room_reading(reading_id)`,
    `insert into room_reading (room_id, reading_id, position, added_by, added_at)
      select id, reading_id, 1, created_by, created_at from room`,
    `alter table room drop column reading_id`,
  ],
  ({ text }) => [
    `create table note_for_all (assignment_id ${text} not null references assignment(id),
      account_id ${text} not null references account(id), record_id ${text} not null, owed ${text},
      primary key (assignment_id, account_id, record_id))`,
    `create index note_for_all_owed on note_for_all(owed)`,
  ],
  ({ text }) => [
    `alter table seat add column mailed_at ${text}`,
    `alter table seat add column mailed_to ${text}`,
    `alter table seat add column mail_problem ${text}`,
  ],
  () => [
    `update review set rubric_id = null, notes_due_at = null, replies_due_at = null
      where room_id in (select id from room where assignment_id is not null)`,
  ],
];

/** Courses: rosters, assignments, moderation, retention, notifications. */
function classes({ text, serial }: Dialect): string[] {
  return [
    `alter table account add column inbox_seen_at ${text}`,
    `alter table account add column digest ${text} not null default 'off'`,
    `alter table account add column digested_at ${text}`,
    `alter table space add column ended_at ${text}`,
    `alter table space add column retention_months integer not null default 12`,
    `alter table room add column assignment_id ${text}`,
    `alter table room add column group_name ${text}`,
    `alter table room add column section ${text}`,
    `alter table room add column names ${text} not null default 'named'`,
    `alter table room add column is_apart integer not null default 0`,
    `create index room_assignment on room(assignment_id)`,
    `alter table participant add column muted_at ${text}`,
    `create table seat (id ${text} primary key, space_id ${text} not null references space(id),
      account_id ${text} references account(id), name ${text} not null, email ${text}, section ${text}, group_name ${text},
      canvas ${text}, code ${text} not null unique, created_at ${text} not null,
      unique (space_id, email), unique (space_id, account_id))`,
    `create index seat_account on seat(account_id)`,
    `create index seat_email on seat(email)`,
    `create table assistant_section (space_id ${text} not null references space(id),
      account_id ${text} not null references account(id), section ${text} not null, primary key (space_id, account_id, section))`,
    `create table assignment (id ${text} primary key, space_id ${text} not null references space(id),
      reading_id ${text} not null references reading(id), title ${text} not null, prompt ${text} not null, time_zone ${text} not null,
      notes_due_at ${text}, replies_due_at ${text}, closes_at ${text}, required_notes integer not null,
      required_replies integer not null, visibility ${text} not null, names ${text} not null, rubric_id ${text},
      column_title ${text} not null, created_by ${text} not null, created_at ${text} not null, archived_at ${text})`,
    `create index assignment_space on assignment(space_id)`,
    `create table place (assignment_id ${text} not null references assignment(id), seat_id ${text} not null references seat(id),
      room_id ${text} not null references room(id), primary key (assignment_id, seat_id))`,
    `create index place_seat on place(seat_id)`,
    `create table extension (assignment_id ${text} not null references assignment(id), seat_id ${text} not null references seat(id),
      notes_due_at ${text}, replies_due_at ${text}, closes_at ${text}, created_by ${text} not null, created_at ${text} not null,
      primary key (assignment_id, seat_id))`,
    `create table audit (id ${serial}, at ${text} not null, space_id ${text} not null, room_id ${text}, account_id ${text},
      act ${text} not null, about ${text}, reason ${text})`,
    `create index audit_space on audit(space_id)`,
    `create table hold (id ${text} primary key, space_id ${text} not null references space(id), account_id ${text},
      kind ${text} not null, note ${text} not null, opened_by ${text} not null, opened_at ${text} not null, closed_at ${text})`,
    `create index hold_space on hold(space_id)`,
    `create table deletion_request (account_id ${text} primary key references account(id), asked_at ${text} not null, done_at ${text})`,
  ];
}

/** The audit trail cannot be edited by any query, ours included; it goes with its course. */
function auditGuards({ engine }: Dialect): string[] {
  if (engine === 'sqlite')
    return [
      `create trigger audit_no_update before update on audit begin select raise(abort, 'the audit trail is append-only'); end`,
      `create trigger audit_no_delete before delete on audit when exists (select 1 from space where id = old.space_id)
        begin select raise(abort, 'the audit trail is append-only'); end`,
    ];
  return [
    `create function audit_refuse() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' and not exists (select 1 from space where id = old.space_id) then return old; end if;
      raise exception 'the audit trail is append-only'; end $$`,
    `create trigger audit_guard before update or delete on audit for each row execute function audit_refuse()`,
  ];
}
