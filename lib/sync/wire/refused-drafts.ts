// What the server refused of one document's changes, kept on this device until their author drops them (GATE10).

import type { DocumentKind } from '#lib/model/document.ts';
import type { Shelf } from '../device/device-store.ts';
import type { RefusedDraft, Unsaved } from '../room-state.ts';
import { draftOf, type Refusal } from './refusal.ts';

export class RefusedDrafts {
  readonly #shelf: Shelf<RefusedDraft>;
  readonly #place: DocumentKind;
  #drafts: readonly RefusedDraft[] = [];

  constructor(shelf: Shelf<RefusedDraft>, place: DocumentKind) {
    this.#shelf = shelf;
    this.#place = place;
  }

  get all(): readonly RefusedDraft[] {
    return this.#drafts;
  }

  /** Why the latest one still kept was refused. */
  get latest(): Unsaved | null {
    const draft = this.#drafts.at(-1);
    return draft ? { code: draft.code, detail: draft.detail } : null;
  }

  /** Reads what this device holds under keys that begin so. */
  async read(prefix: string): Promise<void> {
    const kept = await this.#shelf.all(prefix);
    this.#drafts = kept.map(([, draft]) => draft);
  }

  /** Shown at once; resolves when they are kept. */
  async keep(refusals: readonly Refusal[]): Promise<void> {
    const drafts = refusals.map((refusal) => draftOf(this.#place, refusal));
    this.#drafts = [...this.#drafts, ...drafts];
    await this.#shelf.put(drafts.map((draft) => [draft.key, draft]));
  }

  async drop(key: string): Promise<void> {
    this.#drafts = this.#drafts.filter((draft) => draft.key !== key);
    await this.#shelf.delete([key]);
  }
}
