// What is in the archive of a discussion, and how it says which kind of archive it is. Both its writer (archive.ts) and its
// reader (archive-in.ts), which works in a thread of its own, go by it.

export const archiveFormat = 'counterpoint-room';
/** 1, which was never released, left out settings, the round, further readings and earlier versions. */
export const archiveVersion = 2;
export const archiveFiles = [
  'room.json',
  'readings.json',
  'people.json',
  'records.jsonl',
  'history.jsonl',
  'report.txt',
] as const;
export type ArchiveFile = (typeof archiveFiles)[number];
