// The formats of debate, as data: which speeches there are, whose, how long, and which earlier speeches each must
// answer. Presets are presets.ts's; what was said in them is flow.ts's.

import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,40}$/));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** A team. Benches face each other: in British Parliamentary two teams share one. */
const side = v.strictObject({ id, name, bench: v.picklist(['for', 'against']) });

/** One stretch of the round with a clock of its own. */
const slot = v.strictObject({
  id,
  name,
  /** `questions`: cross-examination or crossfire, which owes no answers and is owed none. */
  kind: v.picklist(['speech', 'questions']),
  /** Whose speech it is; absent where both sides speak. */
  side: v.optional(id),
  seconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(3600)),
  /** The earlier speeches whose arguments this one must answer. */
  answers: v.optional(v.pipe(v.array(id), v.maxLength(24))),
});

/** Sheets of speeches have a column a speech, those of questions a column a cross-examination. */
const sheet = v.strictObject({ name, of: v.picklist(['speech', 'questions']) });

/** What a format is made of, whether or not its parts fit each other. */
export const formatShape = v.strictObject({
  name,
  sides: v.pipe(v.array(side), v.minLength(2), v.maxLength(4)),
  /** What each side may use between speeches. */
  prepSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3600)),
  slots: v.pipe(v.array(slot), v.minLength(1), v.maxLength(24)),
  /** The sheets that a flow begins with. */
  sheets: v.pipe(v.array(sheet), v.minLength(1), v.maxLength(12)),
});

export type Side = v.InferOutput<typeof side>;
export type Slot = v.InferOutput<typeof slot>;
export type SheetKind = v.InferOutput<typeof sheet>['of'];
export type Format = v.InferOutput<typeof formatShape>;
export type Bench = Side['bench'];

/** How a format can contradict itself, and how programs are told so. */
const contradictions = {
  'sides-alike': 'two sides have the same id',
  'speeches-alike': 'two speeches have the same id',
  'side-missing': 'a speech is of an unknown side',
  'answers-wrong': 'a speech may answer earlier speeches of the other bench only',
} as const;
export type Contradiction = keyof typeof contradictions;

/** In what a format contradicts itself first; null where in nothing. */
export function contradictionIn(format: Format): Contradiction | null {
  const { sides, slots } = format;
  if (!isUnique(sides)) return 'sides-alike';
  if (!isUnique(slots)) return 'speeches-alike';
  if (!slots.every((one) => hasKnownSide(format, one))) return 'side-missing';
  return slots.every((one) => owesWhatItMay(format, one)) ? null : 'answers-wrong';
}

/** A format that someone brings: its shape, and that it does not contradict itself. */
export const formatSchema = v.pipe(
  formatShape,
  v.rawCheck(({ dataset, addIssue }) => {
    const found = dataset.typed ? contradictionIn(dataset.value) : null;
    if (found) addIssue({ message: contradictions[found] });
  }),
);

function isUnique(list: readonly { id: string }[]): boolean {
  return new Set(list.map((one) => one.id)).size === list.length;
}

function hasKnownSide({ sides }: Format, { kind, side: whose }: Slot): boolean {
  return whose === undefined ? kind === 'questions' : sides.some((one) => one.id === whose);
}

function owesWhatItMay(format: Format, slot: Slot): boolean {
  const place = format.slots.indexOf(slot);
  return (slot.answers ?? []).every((earlier) => {
    const at = format.slots.findIndex((one) => one.id === earlier);
    const owed = format.slots[at];
    return owed?.kind === 'speech' && at < place && benchOf(format, owed) !== benchOf(format, slot);
  });
}

/** On whose bench a slot is spoken; undefined where both speak. */
export function benchOf({ sides }: Format, { side: whose }: Pick<Slot, 'side'>): Bench | undefined {
  return sides.find((one) => one.id === whose)?.bench;
}

/** The speech or cross-examination of that id; undefined where the format has none such. */
export function slotOf({ slots }: Format, slotId: string | undefined): Slot | undefined {
  return slots.find((one) => one.id === slotId);
}

/** The last speech that must answer what is said in this one; undefined where the format obliges none. */
export function lastObliged({ slots }: Format, slotId: string): Slot | undefined {
  return slots.findLast((one) => one.answers?.includes(slotId));
}

/** The slots that are the columns of a sheet, in the order of speaking. */
export function columnsOf({ slots }: Format, kind: SheetKind): Slot[] {
  return slots.filter((one) => one.kind === kind);
}

/** The first speech of the other bench after this one: the one that must answer it, where the format says which. */
export function answeringSlot(format: Format, slotId: string): Slot | undefined {
  const from = slotOf(format, slotId);
  if (!from) return undefined;
  const later = format.slots.slice(format.slots.indexOf(from) + 1).filter((one) => one.kind === 'speech');
  const obliged = later.find((one) => one.answers?.includes(slotId));
  return obliged ?? later.find((one) => benchOf(format, one) !== benchOf(format, from));
}
/** The next speech of the same bench after this one. */
export function extendingSlot(format: Format, slotId: string): Slot | undefined {
  const from = slotOf(format, slotId);
  if (!from) return undefined;
  const later = format.slots.slice(format.slots.indexOf(from) + 1).filter((one) => one.kind === 'speech');
  return later.find((one) => benchOf(format, one) === benchOf(format, from));
}
