// Who sees what of one document, and what each socket is sent of it (AUTH3): one's own layer and the instructors', until
// sight of everyone's is earned. Whatever carries words, clocks or times to a socket goes through here.

import * as Y from 'yjs';
import type { RecordTimes } from '#lib/data/store/loading.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import { isInstructor, type Role } from '#lib/model/permission.ts';
import { type CounterpointRecord, type ParticipantId, partsOf, type Ref } from '#lib/model/record.ts';
import { hasSight } from '#lib/model/visibility.ts';
import { recordsOfLayer } from '#lib/sync/layers.ts';
import { close, syncMessage, type TimesRow } from '#lib/sync/wire/protocol.ts';
import { filterUpdate, isEmptyUpdate } from '../gate/update.ts';
import type { Content } from './content.ts';
import { framed, syncFrame, timesFrame } from './framing.ts';
import type { Listener } from './listener.ts';
import { rowsOf } from './times.ts';

/** The document that is seen. All of it changes as the room goes on. */
export type Scene = {
  kind: DocumentAddress['kind'];
  content: Content;
  /** Whose words each Yjs client id writes. */
  owners: ReadonlyMap<number, ParticipantId>;
  times: ReadonlyMap<Ref, RecordTimes>;
};

export class Sight {
  private readonly scene: Scene;
  /** Those whose layers everyone sees. */
  private instructors: ReadonlySet<ParticipantId>;

  constructor(scene: Scene, roles: ReadonlyMap<ParticipantId, Role>) {
    this.scene = scene;
    this.instructors = instructorsIn(roles);
  }

  setRoles(roles: ReadonlyMap<ParticipantId, Role>): void {
    this.instructors = instructorsIn(roles);
  }

  /** Settles what a newcomer sees; from here on it changes only by `reveal`, together with what is sent. */
  admit(listener: Listener): void {
    listener.hasSight = this.isEarnedBy(listener);
    listener.instructors = this.instructors;
  }

  /** Has this person earned sight of their peers, by the rule of the room and what they have said? */
  isEarnedBy({ participant, standing }: Listener, nowIso = new Date().toISOString()): boolean {
    // Whoever may open one of the other documents sees all that is in it.
    if (this.scene.kind !== 'room') return true;
    const { role, sightedAt, visibility } = standing;
    return hasSight({ role, sightedAt }, visibility, recordsOf(this.scene.content, participant), nowIso);
  }

  /** May this socket be told of that participant? */
  isVisible(listener: Listener, participant: ParticipantId): boolean {
    return sees(listener, participant);
  }

  /** Has this socket been shown the layer of someone who instructs no more? */
  seesTooMuch({ hasSight, instructors }: Listener): boolean {
    return !hasSight && !instructors.isSubsetOf(this.instructors);
  }

  /** Is there an instructor whose layer this socket has not been shown yet? */
  isOwedMore({ hasSight, instructors }: Listener): boolean {
    return !hasSight && !this.instructors.isSubsetOf(instructors);
  }

  /** Asks for what this socket has and the document, as `committed` tells of it, has not. */
  sendStep1(listener: Listener, committed: Uint8Array): void {
    if (listener.hasSight) {
      listener.sendStep1(committed);
      return;
    }
    const clocks = new Map<number, number>();
    for (const [client, clock] of Y.decodeStateVector(committed)) {
      if (this.isVisibleClient(listener, client)) clocks.set(client, clock);
    }
    listener.sendStep1(Y.encodeStateVector(clocks));
  }

  /**
   * Answers step 1 with what a document has and the sockets have not, and then the times of all records. A class comes in
   * at once and asks the same: what those who see everything are told is encoded once.
   */
  answerStep1(
    questions: Iterable<{ from: Listener; bytes: Uint8Array }>,
    content = this.scene.content,
  ): void {
    const answers = new Map<string, Uint8Array>();
    const answered = new Set<Listener>();
    for (const { from, bytes } of questions) {
      if (!from.isOpen) continue;
      const question = hex(bytes);
      const answer = (from.hasSight && answers.get(question)) || this.differenceFrom(from, bytes, content);
      if (!answer) continue;
      if (from.hasSight) answers.set(question, answer);
      from.sendSync(syncMessage.step2, answer);
      answered.add(from);
    }
    this.sendAllTimes(answered);
  }

  private sendAllTimes(listeners: ReadonlySet<Listener>): void {
    const rows = listeners.size > 0 ? rowsOf(this.scene.times, this.scene.times.keys()) : [];
    let forAll: Uint8Array | undefined;
    for (const listener of listeners) {
      if (!listener.hasSight) this.sendTimes(listener, rows);
      else if (rows.length > 0) {
        forAll ??= timesFrame(rows);
        listener.send(forAll);
      }
    }
  }

  /** Sends a reader that fell behind what it has missed. */
  catchUp(listener: Listener, from: Uint8Array): void {
    const difference = this.differenceFrom(listener, from, this.scene.content);
    if (difference) listener.sendSync(syncMessage.update, difference);
  }

  /** Sends everyone an update and the times of the records it touched; its only author has the update already. */
  broadcast(
    listeners: Iterable<Listener>,
    update: {
      bytes: Uint8Array;
      changed: readonly Ref[];
      stateBefore: () => Uint8Array;
      authors: ReadonlySet<Listener>;
    },
    nowMs: number,
  ): void {
    const { bytes, changed, authors, stateBefore } = update;
    const rows = rowsOf(this.scene.times, changed);
    // Encoded once for all who see everything.
    const news = syncFrame(syncMessage.update, bytes);
    const messages = rows.length > 0 ? [timesFrame(rows)] : [];
    const commit = { both: framed(news, ...messages), times: framed(...messages) };
    for (const listener of listeners) {
      // With several authors, each also needs the others' part.
      const isOnlyAuthor = authors.size === 1 && authors.has(listener);
      if (listener.hasSight) {
        if (isOnlyAuthor) listener.sendFramed(commit.times);
        else listener.sendCommit(commit, stateBefore, nowMs);
        continue;
      }
      const visible = filterUpdate(bytes, (client) => this.isVisibleClient(listener, client));
      if (!isOnlyAuthor && !isEmptyUpdate(visible)) {
        listener.sendUpdate(framed(syncFrame(syncMessage.update, visible)), stateBefore, nowMs);
      }
      this.sendTimes(listener, rows);
    }
  }

  /** Sends the layers that come into view, whole, and from here on what is new in them as it comes. */
  reveal(listener: Listener, hasSight: boolean): void {
    const { participant, hasSight: hadSight, instructors } = listener;
    const before = { participant, hasSight: hadSight, instructors };
    listener.hasSight = hasSight;
    listener.instructors = this.instructors;
    const isNew = (one: ParticipantId) => !sees(before, one) && sees(listener, one);
    const layers = filterUpdate(this.scene.content.encode(), (client) => {
      const owner = this.scene.owners.get(client);
      return owner !== undefined && isNew(owner);
    });
    if (!isEmptyUpdate(layers)) listener.sendSync(syncMessage.update, layers);
    const rows = rowsOf(this.scene.times, this.scene.times.keys()).filter(([ref]) =>
      isNew(partsOf(ref).participant),
    );
    if (rows.length > 0) listener.send(timesFrame(rows));
    listener.sendRoster();
  }

  private isVisibleClient(listener: Listener, client: number): boolean {
    const owner = this.scene.owners.get(client);
    return owner !== undefined && this.isVisible(listener, owner);
  }

  /** Closes a socket whose state vector is none. */
  private differenceFrom(
    listener: Listener,
    stateVector: Uint8Array,
    content: Content,
  ): Uint8Array | undefined {
    let difference: Uint8Array;
    try {
      difference = content.differenceFrom(stateVector);
    } catch {
      // Whatever the client sent, it is no state vector.
      listener.close(close.refused, 'malformed state vector');
      return undefined;
    }
    if (listener.hasSight) return difference;
    return filterUpdate(difference, (client) => this.isVisibleClient(listener, client));
  }

  private sendTimes(listener: Listener, rows: TimesRow[]): void {
    const visible = this.visibleRows(listener, rows);
    if (visible.length > 0) listener.send(timesFrame(visible));
  }

  private visibleRows(listener: Listener, rows: TimesRow[]): TimesRow[] {
    if (listener.hasSight) return rows;
    return rows.filter(([ref]) => this.isVisible(listener, partsOf(ref).participant));
  }
}

type Viewer = Pick<Listener, 'participant' | 'hasSight' | 'instructors'>;

function sees({ participant, hasSight, instructors }: Viewer, layer: ParticipantId): boolean {
  return hasSight || layer === participant || instructors.has(layer);
}

function instructorsIn(roles: ReadonlyMap<ParticipantId, Role>): ReadonlySet<ParticipantId> {
  return new Set([...roles].filter(([, role]) => isInstructor(role)).map(([participant]) => participant));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The document is not built before the first record is asked for. */
function* recordsOf(content: Content, participant: ParticipantId): Iterable<CounterpointRecord> {
  for (const [, record] of recordsOfLayer(content.doc, participant)) yield record;
}
