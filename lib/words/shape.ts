// What another language's catalogue has to look like: every key of the English one. That each message takes the same
// values is held by catalogue.test.ts, since types do not see into another language's sentences.

/** The shape of an area in any language. */
export type Words<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Words<English[Key]>;
};
