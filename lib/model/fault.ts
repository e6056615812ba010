// What may be wrong with what someone typed into a form, by code. Schemas give a code where valibot wants a message; the
// catalogue has the words (lib/words/fault-words.ts).

const faults = [
  'name-not-text',
  'name-empty',
  'name-too-long',
  'title-not-text',
  'title-empty',
  'title-too-long',
  'email-not-text',
  'email-too-long',
  'email-unlike',
  'password-not-text',
  'password-too-short',
  'password-too-long',
  'time-not-text',
  'time-unlike',
  'group-too-long',
  'group-too-small',
  'nobody-in-it',
  'nobody-to-mail',
  'prompt-too-long',
  'time-zone-unknown',
  'reason-needed',
  'reason-too-long',
  'comment-empty',
  'comment-too-long',
  'hold-empty',
  'days-not-whole',
  'days-too-far',
  'level-nameless',
  'criterion-nameless',
  'criterion-levels',
  'rubric-nameless',
  'rubric-empty',
  'rubric-too-long',
  'rubric-ids',
  'text-empty',
  'paragraph-too-long',
  'paragraph-not-plain',
  'too-many-paragraphs',
  'too-many-bytes',
] as const;

export type Fault = (typeof faults)[number];

/** A fault as a schema's message. */
export const fault = (code: Fault): Fault => code;

/** The fault that a schema's message stands for; none where valibot speaks by itself, to programs. */
export function faultIn(message: string): Fault | undefined {
  return faults.find((code) => code === message);
}
