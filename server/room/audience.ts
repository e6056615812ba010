// Who is in a room just now, by which client ids, and what becomes of them as access changes: what they see more of, and
// whether they may stay (AUTH2, AUTH3).

import type { Standing } from '#lib/data/spaces/access.ts';
import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { isRoundLocked } from '#lib/model/round/rule.ts';
import { close } from '#lib/sync/wire/protocol.ts';
import { framesIn } from '../metrics.ts';
import type { ClientIds } from './client-ids.ts';
import type { Listener } from './listener.ts';
import { Presence } from './presence.ts';
import type { Sight } from './sight.ts';
import { isOtherStanding } from './standing.ts';

const lessSight = 'you may now see less';

export class Audience {
  readonly listeners = new Set<Listener>();
  private readonly sight: Sight;
  private readonly clientIds: ClientIds;
  private readonly presence: Presence;
  private readonly isAhead: () => boolean;

  /** `isAhead`: while a batch waits for the disk, the memory is ahead of it. */
  constructor(sight: Sight, clientIds: ClientIds, isAhead: () => boolean) {
    this.sight = sight;
    this.clientIds = clientIds;
    this.isAhead = isAhead;
    this.presence = new Presence(
      () => this.listeners,
      (listener, participant) => sight.isVisible(listener, participant),
    );
  }

  /** Takes someone in who goes by this client id; false when it is another's. */
  admit(listener: Listener, client: number | undefined): boolean {
    if (client !== undefined && !this.clientIds.mayDeclare(client, listener.participant)) return false;
    listener.client = client;
    this.noteClientId(listener);
    this.listeners.add(listener);
    this.sight.admit(listener);
    return true;
  }

  leave(listener: Listener): void {
    listener.isOpen = false;
    this.listeners.delete(listener);
    this.presence.leave(listener);
    if (listener.client !== undefined) this.clientIds.release(listener.client, listener);
  }

  hearPresence(from: Listener, bytes: Uint8Array): void {
    if (!from.isOpen) return;
    framesIn.inc({ kind: 'presence' });
    // Being seen, and at which words, would tell the debaters something too.
    if (isRoundLocked(from.standing, from.standing.settings.round?.stage)) return;
    if (!this.presence.hear(from, bytes, (client) => this.clientIds.mayDeclare(client, from.participant))) {
      from.close(close.refused, 'malformed presence');
    }
    // Else someone else could write under an id that so far was only seen.
    this.noteClientId(from);
  }

  tellPresence(to: Listener): void {
    this.presence.tell(to);
  }

  private noteClientId(listener: Listener): void {
    const { client, participant } = listener;
    if (client !== undefined) this.clientIds.note(client, participant, listener);
  }

  /**
   * Someone's access was read again: close, change or reveal accordingly. False when what they sent under the access they
   * had must not be written.
   */
  review(listener: Listener, standing: Standing | null, nowIso: string): boolean {
    if (!standing) {
      listener.close(close.notSignedIn, 'no longer allowed');
      return false;
    }
    if (isOtherStanding(listener.standing, standing)) {
      // Access is decided in one place, at the door: the client comes back and is judged anew.
      listener.close(close.restarting, 'access changed');
      return false;
    }
    listener.standing = standing;
    // What is seen already cannot be taken back but by closing.
    if (listener.hasSight && !this.sight.isEarnedBy(listener, nowIso)) {
      listener.close(close.otherLineage, lessSight);
    } else this.showMore(listener, nowIso);
    return true;
  }

  /** Names or roles changed. */
  updateRoster(roles: Map<ParticipantId, Role>): void {
    this.sight.setRoles(roles);
    const nowIso = new Date().toISOString();
    for (const listener of this.listeners) {
      listener.sendRoster();
      if (this.sight.seesTooMuch(listener)) listener.close(close.otherLineage, lessSight);
      else this.showMore(listener, nowIso);
    }
  }

  /** Someone has said enough to see the others. */
  revealTo(participant: ParticipantId, at: string): void {
    for (const listener of this.listeners) {
      if (listener.participant !== participant || listener.hasSight) continue;
      listener.standing = { ...listener.standing, sightedAt: at };
      this.reveal(listener, true);
    }
  }

  /** Shows a socket what came into view, by sight that was earned or someone's becoming an instructor. */
  showMore(listener: Listener, nowIso: string): void {
    if (listener.hasSight) return;
    const isEarned = this.sight.isEarnedBy(listener, nowIso);
    if (isEarned || this.sight.isOwedMore(listener)) this.reveal(listener, isEarned);
  }

  private reveal(listener: Listener, hasSight: boolean): void {
    // Nothing goes out that is not on disk (DUR1): the next sweep comes back to this.
    if (this.isAhead()) return;
    this.sight.reveal(listener, hasSight);
    this.presence.tell(listener);
  }

  /** Puts everyone out, for good. */
  dismiss(code: number, reason: string): void {
    for (const listener of [...this.listeners]) listener.close(code, reason);
    this.presence.stop();
  }
}
