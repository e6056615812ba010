// What a command of the command line is.

export type Command = {
  name: string;
  positionals: string[];
  options: Record<string, 'needed' | 'free'>;
  says: string;
  /** It deals with the data folder itself, and finds no database open. */
  opensNothing?: true;
  /** Yields what is printed: a string or bytes as they are, anything else as one line of JSON. */
  run(positionals: string[], options: Record<string, string | undefined>): AsyncIterable<unknown>;
};

/** A command that cannot be carried out; its message is for the operator. */
export class Refused extends Error {}
