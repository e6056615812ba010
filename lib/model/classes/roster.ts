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

/** What is wrong with a line, in words for the person who has the file. */
export type RosterProblem = { line: number; message: string };

export const maxRosterRows = 2000;
export const maxGroupName = 60;

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

/** "Group 2" before "Group 10", whatever their case. */
export function byGroupName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });
}
