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
    kind: 'member' | 'guest';
    password_hash: string | null;
    created_at: string;
    closed_at: string | null;
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
  space: { id: string; name: string; kind: 'course' | 'squad'; created_by: string; created_at: string };
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
    reading_id: string;
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
  };
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
   * (GATE8); `checksum` is their CRC-32, so that a damaged row is noticed before it is applied (DUR7).
   */
  log: { document: string; seq: number; bytes: Uint8Array; checksum: number; accepted_at: string };
  /** `hash` is SHA-256 of bytes in hex; the newest that verifies is loaded (DUR6, DUR7). */
  snapshot: { document: string; seq: number; bytes: Uint8Array; hash: string; created_at: string };
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
}

/** The words that differ between the engines. */
export type Dialect = { text: string; blob: string; serial: string; bigint: string; clustered: string };
export const sqliteDialect: Dialect = {
  text: 'text',
  blob: 'blob',
  serial: 'integer primary key autoincrement',
  bigint: 'integer',
  // Rows in the order of their key, in one tree instead of two: half the pages that a commit has to write.
  clustered: ' without rowid',
};
export const postgresDialect: Dialect = {
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
];
