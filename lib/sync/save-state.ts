// What the top bar says about saving (DUR4), derived from where each of the room's documents stands.

import type { SaveState, Unsaved } from './room-state.ts';
import type { HeldReason } from './wire/protocol.ts';

/** Where one document stands. */
export type ChannelStatus = {
  /** 'connecting' until the first attempt has ended, and while a dropped document is opened anew. */
  link: 'connecting' | 'connected' | 'synced' | 'lost';
  /** Records with a change that is only on this device. */
  unsettled: number;
  /** Why commits fail for now (104); null when they do not. */
  held: HeldReason | null;
  /** Why nothing more is sent; null while that is not so. */
  stopped: Unsaved | null;
};

/**
 * Saved only when every document is synced, all is settled and no refused words are left.
 * `refusal` is the reason of the latest refused draft still kept; `isLasting`, whether this device keeps what it is given.
 */
export function saveStateOf(
  channels: readonly ChannelStatus[],
  refusal: Unsaved | null,
  isLasting: boolean,
): SaveState {
  const unsettled = channels.reduce((sum, channel) => sum + channel.unsettled, 0);
  const stopped = channels.find((channel) => channel.stopped !== null)?.stopped;
  if (stopped) return { kind: 'not-saved', ...stopped };
  if (channels.some(({ link }) => link === 'lost')) return { kind: 'offline', changes: unsettled, isLasting };
  const held = channels.find((channel) => channel.held !== null)?.held;
  if (held) return { kind: 'waiting', reason: held };
  if (unsettled > 0) return { kind: 'saving' };
  if (channels.some(({ link }) => link !== 'synced')) return { kind: 'connecting' };
  return refusal === null ? { kind: 'saved' } : { kind: 'not-saved', ...refusal };
}
