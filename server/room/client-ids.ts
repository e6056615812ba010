// Whose each Yjs client id is in one document (GATE2): for ever once something was written with it; while its sockets are
// open, and for a good while after, when it was only declared.

import type { ParticipantId } from '#lib/model/record.ts';

const dayMs = 86_400_000;
/** So many ids whose sockets have gone unwritten are kept for who may come back; the oldest give way. */
const goneIds = 1000;

export class ClientIds {
  /** The writers' ids. */
  readonly owners = new Map<number, ParticipantId>();
  private readonly claimedAt = new Map<number, string>();
  /** Those of open sockets: declared, or seen by their presence, and perhaps not written with yet. */
  private readonly declared = new Map<number, { participant: ParticipantId; sockets: Set<object> }>();
  private readonly gone = new Map<number, ParticipantId>();

  /** Something was written with this id. */
  own(client: number, participant: ParticipantId, claimedAt: string): void {
    this.owners.set(client, participant);
    this.claimedAt.set(client, claimedAt);
  }

  /** An open socket goes by this id. */
  note(client: number, participant: ParticipantId, socket: object): void {
    this.gone.delete(client);
    const known = this.declared.get(client) ?? { participant, sockets: new Set() };
    known.sockets.add(socket);
    this.declared.set(client, known);
  }

  /** A socket that may have declared this id has gone. */
  release(client: number, socket: object): void {
    const known = this.declared.get(client);
    if (!known?.sockets.delete(socket) || known.sockets.size > 0) return;
    this.declared.delete(client);
    if (this.owners.has(client)) return;
    this.gone.set(client, known.participant);
    const [oldest] = this.gone.keys();
    if (this.gone.size > goneIds && oldest !== undefined) this.gone.delete(oldest);
  }

  /** A client id may be declared by whom it belongs to, or by the first who declares it. */
  mayDeclare(client: number, participant: ParticipantId): boolean {
    const owner = this.owners.get(client) ?? this.declared.get(client)?.participant ?? this.gone.get(client);
    return owner === undefined || owner === participant;
  }

  /** How many ids are kept of people who have not written with them. */
  get unwritten(): number {
    return this.declared.size + this.gone.size;
  }

  /** How many ids someone has first written with in the last day (LIM). */
  claimsToday(participant: ParticipantId, now: Date): number {
    const since = new Date(now.getTime() - dayMs).toISOString();
    let count = 0;
    for (const [client, claimedAt] of this.claimedAt) {
      if (claimedAt >= since && this.owners.get(client) === participant) count++;
    }
    return count;
  }
}
