// What a reading room is rendered with on the server: plain values that survive the way to the browser.

import type { Closing, Terms } from '#lib/model/classes/assignment.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import type { Role } from '#lib/model/permission.ts';
import type { Entry, ParticipantId } from '#lib/model/record.ts';
import type { RoomKind, RoomSettings } from '#lib/model/room-settings.ts';
import type { RoundPart } from '#lib/model/round/rule.ts';
import type { SpaceKind } from '#lib/model/space-permission.ts';
import type { Block, Heading } from '#lib/model/text/text.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import type { Person } from '../scene/people.ts';

/** A reading that the room holds, in the version that is shown. */
export type ReadingInfo = Heading & {
  id: string;
  edition: string;
  /** Counts the versions of the text, from 1 on. */
  number: number;
  blocks: Block[];
  /** The ways to this version from those in which something was said, by their ids. */
  mappings: Record<string, Mapping>;
  /** May this person publish a corrected version? */
  mayCorrect: boolean;
};

export type RoomInfo = {
  room: {
    id: string;
    title: string;
    spaceName: string;
    spaceKind: SpaceKind;
    kind: RoomKind;
    visibility: VisibilityRule;
    settings: RoomSettings;
    /** As the page was rendered: live/use-closed.ts tells when it closes after that. */
    isClosed: boolean;
    closing: Closing;
    /** What its assignment asks of this person; null in a room of none. */
    terms: Terms | null;
  };
  /** In their order; never none. */
  readings: readonly ReadingInfo[];
  me: {
    participantId: ParticipantId;
    role: Role;
    /** One's team in a round. */
    side: string | null;
    part: RoundPart | null;
    name: string;
    /** What other members call one here; null in a room of real names. */
    pseudonym: string | null;
    isGuest: boolean;
    /** The roles into which one may make links to this room. */
    mayInvite: Role[];
    /** May one change the room's settings? */
    mayChangeRoom: boolean;
    /** How many groups of its assignment an instructor's words for all reach; 0 for everyone else. */
    groups: number;
  };
  people: Person[];
  /** The room's records as they stood when the page was rendered. */
  entries: Entry[];
};
