// A room as the disk has it. Where its log is damaged, it is made of the records that stand and out of service (DUR7).

import { hasRoom, rolesIn } from '#lib/data/spaces/participants.ts';
import { loadDocument, quarantine } from '#lib/data/store/loading.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import type { Role } from '#lib/model/permission.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { logger } from '../logger.ts';
import { Content } from '../room/content.ts';
import { Room, type RoomSurroundings } from '../room/room.ts';
import { salvage } from './salvage.ts';

/** Null when there is none any more, or when it is damaged and not even its records can be read. */
export async function roomFromDisk(
  name: string,
  address: DocumentAddress,
  around: RoomSurroundings,
): Promise<Room | null> {
  // Its document would be made anew.
  if (!(await hasRoom(address.room))) return null;
  const stored = await loadDocument(name);
  const roles = await rolesIn(address.room);
  if (!stored.ok) return salvaged(name, address, roles, around, stored.detail);
  try {
    return new Room(address, stored.document, roles, around);
  } catch (error) {
    await quarantine(name, error instanceof Error ? error.message : String(error));
    return salvaged(name, address, roles, around, error);
  }
}

/** What stands can be read, and nothing is taken. Null when it cannot be read. */
async function salvaged(
  name: string,
  address: DocumentAddress,
  roles: Map<ParticipantId, Role>,
  around: RoomSurroundings,
  cause: unknown,
): Promise<Room | null> {
  logger.error({ document: name, err: cause }, 'a damaged document was asked for: it is out of service');
  try {
    return new Room(address, await salvage(name), roles, { ...around, outOfService: 'damaged' });
  } catch (error) {
    logger.error({ document: name, err: error }, 'nor can its records be read');
    return null;
  }
}

/** A document as the disk has it; null when the disk cannot be read either. */
export async function contentOnDisk(name: string): Promise<Content | null> {
  try {
    const stored = await loadDocument(name);
    return stored.ok ? new Content(stored.document.updates) : null;
  } catch (error) {
    logger.error({ document: name, err: error }, 'the disk cannot be read');
    return null;
  }
}
