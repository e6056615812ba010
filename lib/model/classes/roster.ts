// A course's roster as it is given and kept, and how students are dealt into groups. Pure; files are read in lib/exchange,
// rows are kept in lib/data/classes.

/** What a Canvas gradebook calls a student; kept as it came, for the way back. */
export type CanvasIds = { id: string; sisUserId: string; sisLoginId: string };

/** One student as a file or a form names them. */
export type RosterRow = {
  name: string;
  /** Lower case. */
  email: string | null;
  section: string | null;
  group: string | null;
  canvas: CanvasIds | null;
};

/** A row and the line of the file it stands on; 1 is the first line. */
export type RosterLine = RosterRow & { line: number };

/** A row as it comes to be enrolled: from a file with its line, by hand without one. */
export type GivenRow = RosterRow & { line?: number | undefined };

/** How a line mixes people up; each key is a sentence of the catalogue (files). */
type MixUp =
  | { key: 'roster.emailTwice'; values: { email: string; line: string } }
  | { key: 'roster.canvasTwice'; values: { id: string; line: string } }
  | { key: 'roster.personTwice'; values: { name: string; line: string } }
  | { key: 'roster.mixed'; values: { email: string; byEmail: string; id: string; byId: string } };

/** What is wrong with a line. */
export type RosterProblem<Fault = MixUp> = { line: number; fault: Fault };

export const maxRosterRows = 2000;
export const maxGroupName = 60;

type Known = Pick<RosterRow, 'name' | 'email' | 'canvas'>;

/** By what people are told apart: no two of a course share one. Never by name. */
function keysOf({ email, canvas }: Known): string[] {
  return [...(email === null ? [] : [emailKey(email)]), ...(canvas?.id ? [`canvas ${canvas.id}`] : [])];
}

const emailKey = (email: string) => `email ${email}`;

/** Whom of the roster each row means: nobody for who is new, two where it mixes two people up. */
export function meantBy<K extends Known>(roster: readonly K[], rows: readonly Known[]): K[][] {
  const owners = new Map(roster.flatMap((one) => keysOf(one).map((key) => [key, one] as const)));
  return rows.map((row) => [...new Set(keysOf(row).flatMap((key) => owners.get(key) ?? []))]);
}

/** The lines that are not one person each: two lines with one key or for one seat, and a line with the keys of two seats. */
export function mixUps(rows: readonly GivenRow[], roster: readonly Known[] = []): RosterProblem[] {
  const meant = meantBy(roster, rows);
  const lines = new Map<string | Known, number>();
  const repeats = (what: string | Known, line: number, fault: (before: string) => MixUp): MixUp[] => {
    const before = lines.get(what);
    if (before === undefined) lines.set(what, line);
    return before === undefined ? [] : [fault(String(before))];
  };
  return rows.flatMap((row, i) => {
    const line = row.line ?? i + 1;
    const faults = keysOf(row).flatMap((key) => repeats(key, line, (before) => keyTwice(row, key, before)));
    const [one, other] = meant[i] ?? [];
    if (one && other) faults.push(mixed(row, one, other));
    else if (one && faults.length === 0)
      faults.push(
        ...repeats(one, line, (before) => ({
          key: 'roster.personTwice',
          values: { name: one.name, line: before },
        })),
      );
    return faults.map((fault) => ({ line, fault }));
  });
}

function keyTwice({ email, canvas }: Known, key: string, line: string): MixUp {
  return email !== null && key === emailKey(email)
    ? { key: 'roster.emailTwice', values: { email, line } }
    : { key: 'roster.canvasTwice', values: { id: canvas?.id ?? '', line } };
}

function mixed({ email, canvas }: Known, one: Known, other: Known): MixUp {
  const [byEmail, byId] = one.email === email ? [one, other] : [other, one];
  const values = { email: email ?? '', byEmail: byEmail.name, id: canvas?.id ?? '', byId: byId.name };
  return { key: 'roster.mixed', values };
}

/**
 * Deals people into groups of about `size`, no two sizes differing by more than one. `random` gives numbers from 0 up to 1.
 * Whoever cannot fill a group of their own joins the others, so nobody is alone unless all are.
 */
export function randomGroups<T>(people: readonly T[], size: number, random: () => number): T[][] {
  if (people.length === 0) return [];
  const dealt = [...people];
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j] as T, dealt[i] as T];
  }
  const count = Math.max(1, Math.round(dealt.length / Math.max(1, size)));
  const groups: T[][] = Array.from({ length: count }, () => []);
  dealt.forEach((person, i) => {
    groups[i % count]?.push(person);
  });
  return groups;
}

/** The smallest of some groups, the first among equals: where who comes late is placed. */
export function smallestOf<G extends { size: number }>(groups: readonly G[]): G | undefined {
  return groups.reduce<G | undefined>(
    (least, one) => (least && least.size <= one.size ? least : one),
    undefined,
  );
}
