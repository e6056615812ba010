// The records: everything people make is one of these, flat JSON on its author's layer.
// Owns their shapes and limits; who may write one is decided in permission.ts. Kept in words in docs/records.md.

import * as v from 'valibot';

/** A participant's id is made for one room, so that it cannot be followed into the next. */
export type ParticipantId = string;
export type RecordId = string;
/** A record's name: its layer and its id. Two layers may hold the same id, so a link says whose. */
export type Ref = `${ParticipantId}/${RecordId}`;
/** One's file, or the document of one speech of the format. */
export type FilingPlace = 'file' | `speech:${string}`;

export const maxBodyBytes = 8 * 1024;
/** A longer passage keeps both ends and a hash (anchor.ts). */
export const maxQuoteBytes = 2 * 1024;
/** How many points one point may answer. */
export const maxLinks = 16;
/** How many tags one point may have. */
export const maxTags = 12;
/** How much text before and after a passage its anchor keeps, in UTF-16 units. */
export const contextLength = 32;

/** The tag of a card, in UTF-16 units. */
export const maxTagLength = 1000;
/** The words of a card brought in without its reading, in bytes. */
export const maxCardBytes = 16 * 1024;
/** How many marks one card may carry. */
export const maxMarks = 2000;

/** What people say in their own words; a card speaks in its reading's. */
export const noteKinds = ['highlight', 'comment', 'question', 'claim'] as const;
export type NoteKind = (typeof noteKinds)[number];
export const pointKinds = [...noteKinds, 'card'] as const;
export type PointKind = (typeof pointKinds)[number];

export const markKinds = ['underline', 'emphasis', 'highlight'] as const;
export type MarkKind = (typeof markKinds)[number];

export const stances = ['rebuts', 'undercuts', 'supports', 'qualifies', 'asks', 'concedes'] as const;
export type Stance = (typeof stances)[number];

export const reactionKinds = ['helpful', 'same-question', 'well-argued'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export const rulingActs = ['hide', 'show', 'resolve', 'reopen', 'lock', 'unlock', 'erase'] as const;
export type RulingAct = (typeof rulingActs)[number];

export const clockActs = ['start', 'pause', 'end', 'reset'] as const;
export type ClockAct = (typeof clockActs)[number];

const participantPattern = /^[A-Za-z0-9_-]{1,64}$/;
const recordIdPattern = /^[A-Za-z0-9_.:/-]{1,200}$/;
const refPattern = /^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_.:/-]{1,200}$/;

const encoder = new TextEncoder();
/** UTF-8 size of a text in bytes. */
export function sizeOf(text: string): number {
  return encoder.encode(text).length;
}

const bytes = (limit: number) =>
  v.pipe(
    v.string(),
    // A cheap bound first: a text never has more UTF-16 units than UTF-8 bytes.
    v.maxLength(limit),
    // Three bytes at most for each unit: most texts are known to fit without being encoded.
    v.check((text) => text.length * 3 <= limit || sizeOf(text) <= limit, `longer than ${limit} bytes`),
  );

const isoTime = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const participantId = v.pipe(v.string(), v.regex(participantPattern));
/** A ref in a form. */
export const refField = v.pipe(v.string(), v.regex(refPattern)) as unknown as v.GenericSchema<string, Ref>;
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const anchor = v.pipe(
  v.strictObject({
    reading: v.pipe(v.string(), v.maxLength(64)),
    edition: v.pipe(v.string(), v.maxLength(64)),
    start: offset,
    end: offset,
    quote: bytes(maxQuoteBytes),
    prefix: bytes(4 * contextLength),
    suffix: bytes(4 * contextLength),
    /** SHA-256 of the whole passage in hex, only where the quote holds its two ends. */
    hash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  }),
  v.check((a) => a.start < a.end, 'an empty passage'),
);

/** For what keeps an anchor outside a record. */
export const anchorSchema = anchor;

const link = v.strictObject({
  to: v.union([v.literal('reading'), refField]),
  stance: v.picklist(stances),
  /** Only for an undercut: the point whose link from `to` is attacked. */
  on: v.optional(refField),
});

const tag = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
/** A speech of the round's format, or a prep clock (round/format.ts). */
const slotId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:.-]{1,60}$/));
const sheetName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
/** Where an argument stands down its sheet; without it, where the server's time puts it. */
const row = v.pipe(v.number(), v.finite());

const line = (length: number) => v.pipe(v.string(), v.maxLength(length));

/** Where evidence comes from, in the words in which it is cited. */
const cite = v.strictObject({
  /** Empty where nobody is named. */
  author: line(300),
  qualification: v.optional(line(500)),
  date: v.optional(line(60)),
  title: v.optional(line(300)),
  publication: v.optional(line(300)),
  link: v.optional(line(2048)),
  accessed: v.optional(line(60)),
});

/** A stretch of a card's words, UTF-16 and half-open; highlighted words are those read aloud. */
const mark = v.pipe(
  v.strictObject({ kind: v.picklist(markKinds), start: offset, end: offset }),
  v.check(({ start, end }) => start < end, 'an empty mark'),
);

const cardTag = line(maxTagLength);
const marks = v.pipe(v.array(mark), v.maxLength(maxMarks));

const card = v.strictObject({
  tag: cardTag,
  cite,
  marks,
  /** Its words, one line a paragraph, only where it was brought in without its reading: else they are its anchor's. */
  text: v.optional(v.pipe(bytes(maxCardBytes), v.minLength(1))),
});

/** For a card that is still being made. */
export const cardParts = { cite, marks };

const point = v.strictObject({
  type: v.literal('point'),
  kind: v.picklist(pointKinds),
  at: isoTime,
  anchor: v.optional(anchor),
  links: v.optional(v.pipe(v.array(link), v.minLength(1), v.maxLength(maxLinks))),
  body: v.optional(bytes(maxBodyBytes)),
  tags: v.optional(v.pipe(v.array(tag), v.maxLength(maxTags))),
  /** In a round: the speech in which it is said, and the sheet of the flow on which it stands. */
  speech: v.optional(slotId),
  sheet: v.optional(sheetName),
  row: v.optional(row),
  /** Of a card, and of nothing else. */
  card: v.optional(card),
  /** An instructor's, shown in every group of the assignment (classes/for-all.ts). */
  forAll: v.optional(v.literal(true)),
  withdrawn: v.optional(v.literal(true)),
});

/** A partner's change to a point of their side: the original stays, and only the side counts it. */
const revision = v.strictObject({
  type: v.literal('revision'),
  of: refField,
  at: isoTime,
  body: v.optional(bytes(maxBodyBytes)),
  moved: v.optional(
    v.strictObject({
      speech: v.optional(slotId),
      sheet: v.optional(sheetName),
      /** The argument under which it stands now; null where it stands by itself. */
      under: v.optional(v.nullable(refField)),
      row: v.optional(row),
    }),
  ),
  struck: v.optional(v.boolean()),
  card: v.optional(
    v.strictObject({ tag: v.optional(cardTag), cite: v.optional(cite), marks: v.optional(marks) }),
  ),
});

const heading = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** Where a card or an argument stands in a file, or in the document of a speech. What it makes is card/file.ts's. */
const filing = v.strictObject({
  type: v.literal('filing'),
  of: refField,
  into: v.union([
    v.literal('file'),
    v.pipe(v.string(), v.regex(/^speech:[A-Za-z0-9_:.-]{1,60}$/)),
  ]) as unknown as v.GenericSchema<string, FilingPlace>,
  pocket: v.optional(heading),
  hat: v.optional(heading),
  block: v.optional(heading),
  /** Compared unit by unit; between two there is always room for one more (card/order.ts). */
  order: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,200}$/)),
  /** In a speech: how far into its words reading stopped. */
  stopped: v.optional(offset),
  removed: v.optional(v.literal(true)),
});

/** The chair's hand on a clock. What it means is round/clock.ts's. */
const clock = v.strictObject({
  type: v.literal('clock'),
  speech: slotId,
  act: v.picklist(clockActs),
  at: isoTime,
});

/** A judge's decision: theirs alone in their private document, everyone's once it is given in the room. */
const ballot = v.strictObject({
  type: v.literal('ballot'),
  at: isoTime,
  winner: v.optional(v.pipe(v.string(), v.regex(participantPattern))),
  reason: v.optional(bytes(maxBodyBytes)),
  points: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          speaker: participantId,
          points: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
        }),
      ),
      v.maxLength(16),
    ),
  ),
});

const reaction = v.strictObject({
  type: v.literal('reaction'),
  of: refField,
  kind: v.picklist(reactionKinds),
});

const ruling = v.strictObject({
  type: v.literal('ruling'),
  of: v.union([v.literal('room'), refField, participantId]),
  act: v.picklist(rulingActs),
  reason: v.optional(bytes(1024)),
  at: isoTime,
});

const placing = v.strictObject({
  type: v.literal('placing'),
  of: refField,
  /** The place of the point's own that this one stands for; once its author gives it another, the placing lapses. */
  from: v.strictObject({ edition: v.pipe(v.string(), v.maxLength(64)), start: offset, end: offset }),
  /** Absent: an earlier placing is taken back. */
  anchor: v.optional(anchor),
  at: isoTime,
});

/** What a mark or a private word in a review document is about: one note, or all of someone's work. */
const reviewed = v.union([v.literal('whole'), refField]);

const stamp = v.strictObject({
  type: v.literal('stamp'),
  of: reviewed,
  /** Ids within the rubric of the review (review/rubric.ts). */
  criterion: v.pipe(v.string(), v.regex(participantPattern)),
  level: v.pipe(v.string(), v.regex(participantPattern)),
  body: v.optional(bytes(maxBodyBytes)),
  withdrawn: v.optional(v.literal(true)),
});

const remark = v.strictObject({
  type: v.literal('remark'),
  of: reviewed,
  at: isoTime,
  body: v.optional(bytes(maxBodyBytes)),
  withdrawn: v.optional(v.literal(true)),
});

const seen = v.strictObject({
  type: v.literal('seen'),
  /** The first point of a thread. */
  of: refField,
  /** The newest `seq` in that thread that was read. */
  upTo: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const record = v.variant('type', [
  point,
  reaction,
  ruling,
  placing,
  revision,
  filing,
  clock,
  ballot,
  stamp,
  remark,
  seen,
]);

export type Anchor = v.InferOutput<typeof anchor>;
export type Link = v.InferOutput<typeof link>;
export type Point = v.InferOutput<typeof point>;
/** What makes a point a card. */
export type Card = v.InferOutput<typeof card>;
export type Cite = v.InferOutput<typeof cite>;
export type Mark = v.InferOutput<typeof mark>;
export type Reaction = v.InferOutput<typeof reaction>;
export type Ruling = v.InferOutput<typeof ruling>;
export type Revision = v.InferOutput<typeof revision>;
export type Filing = v.InferOutput<typeof filing>;
export type ClockRecord = v.InferOutput<typeof clock>;
export type Ballot = v.InferOutput<typeof ballot>;
export type Placing = v.InferOutput<typeof placing>;
/** A rubric mark. */
export type Stamp = v.InferOutput<typeof stamp>;
/** A private word to the student whose review it stands in. */
export type Remark = v.InferOutput<typeof remark>;
/** How far a thread was read: kept in the private document, so that it follows its reader from device to device. */
export type Seen = v.InferOutput<typeof seen>;
export type CounterpointRecord = v.InferOutput<typeof record>;

/** A record where it stands: on whose layer, under which id, and when the server took it. */
export type Entry<R extends CounterpointRecord = CounterpointRecord> = {
  ref: Ref;
  participant: ParticipantId;
  id: RecordId;
  value: R;
  /** The order in which the server first accepted the records; absent while not yet accepted, and then it sorts last. */
  seq?: number;
  /** When the server accepted the value now shown, ISO UTC. */
  acceptedAt?: string;
  /** When the server first accepted this record, ISO UTC. */
  createdAt?: string;
};

/** Is it something said, and not a reaction, ruling or other record? */
export function isPoint(entry: Entry): entry is Entry<Point> {
  return entry.value.type === 'point';
}

/** Is it what someone decided about others' words, and not words? */
export function isRuling(entry: Entry): entry is Entry<Ruling> {
  return entry.value.type === 'ruling';
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: string };

/**
 * Reads one value of a layer. `unknown` in, a record or the reason out; it never throws.
 * What is withdrawn carries no words (GATE11); a card has its words from one place.
 */
export function parseRecord(value: unknown): Parsed<CounterpointRecord> {
  const result = v.safeParse(record, value);
  if (!result.success) {
    const issue = result.issues[0];
    const path = v.getDotPath(issue);
    return { ok: false, reason: path ? `${path}: ${issue.message}` : issue.message };
  }
  const { output } = result;
  if ('withdrawn' in output && output.withdrawn && output.body !== undefined) {
    return { ok: false, reason: `body: a withdrawn ${output.type} carries no words` };
  }
  const fault = output.type === 'point' ? cardFault(output) : null;
  return fault === null ? { ok: true, value: output } : { ok: false, reason: fault };
}

function cardFault({ kind, card: of, anchor: at, withdrawn }: Point): string | null {
  if (withdrawn) return of ? 'card: a withdrawn point carries no words' : null;
  if ((kind === 'card') !== (of !== undefined)) return 'card: a card has one, and nothing else has';
  if (of && (at !== undefined) === (of.text !== undefined))
    return 'card: its words are either its anchor’s or its own';
  return null;
}

const recordTypes: ReadonlySet<unknown> = new Set(record.options.map(({ entries }) => entries.type.literal));

/**
 * Reads a value from the tables of records, where nothing is written that `parseRecord` did not take: to judge the
 * 12,000 records of a class anew cost more than half of what opening its review does. Throws for what is no record.
 */
export function keptRecord(json: string): CounterpointRecord {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || !('type' in value) || !recordTypes.has(value.type))
    throw new Error('what was kept as a record is not one');
  return value as CounterpointRecord;
}

export function isRecordId(value: string): boolean {
  return recordIdPattern.test(value);
}

export function refOf(participant: ParticipantId, id: RecordId): Ref {
  return `${participant}/${id}`;
}

/** Splits a ref at its first slash; a record id may hold more of them. */
export function partsOf(name: Ref): { participant: ParticipantId; id: RecordId } {
  const slash = name.indexOf('/');
  return { participant: name.slice(0, slash), id: name.slice(slash + 1) };
}

/** The one key a reaction may stand under: a second one of the same kind on the same point is the same record. */
export function reactionId(kind: ReactionKind, of: Ref): RecordId {
  return `${kind}:${of}`;
}

/** The one key a mark may stand under: a reviewer has one mark a criterion on one note. */
export function stampId({ criterion, of }: Pick<Stamp, 'criterion' | 'of'>): RecordId {
  return `${criterion}:${of}`;
}

/** The one key of a filing: someone files a card in one place of a file, and once in a speech. */
export function filingId({ into, of }: Pick<Filing, 'into' | 'of'>): RecordId {
  return `filing:${into}:${of}`;
}

/** A point as people who know no cards say it: a card is the claim that its tag makes, with what was said beside it. */
export function noteOf({ kind, body = '', card: of }: Point): { kind: NoteKind; body: string } {
  if (kind !== 'card') return { kind, body };
  return { kind: 'claim', body: [of?.tag, body].filter(Boolean).join('\n\n') };
}

/** A point taken back: it keeps its place and what it answered, but none of its words (GATE11). */
export function withdrawnFrom({ body: _, card: __, ...rest }: Point): Point {
  return { ...rest, withdrawn: true };
}

/** The one key of what was read of a thread. */
export function seenId(thread: Ref): RecordId {
  return `seen:${thread}`;
}

/** The point a point stands under in its thread, where it answers one. */
export function parentOf(value: Point): Ref | undefined {
  const first = value.links?.[0];
  return first && first.to !== 'reading' ? first.to : undefined;
}

/** Does a placing stand for the place that this point's author gave it? */
export function isPlacingOf({ from }: Placing, { anchor: own }: Point): boolean {
  return own?.edition === from.edition && own.start === from.start && own.end === from.end;
}

/** The stance with which a point answers its parent, or the reading itself. */
export function stanceOf(value: Point): Stance | undefined {
  return value.links?.[0]?.stance;
}
