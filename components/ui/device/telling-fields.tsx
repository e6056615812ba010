'use client';
// How one is told things, and what one tells of oneself: keys, announcements, presence, marks for screen readers.

import { Choice } from '../form/choice.tsx';
import { useChangeManners, useManners } from './manners.tsx';

const keys = [
  { value: 'on', label: 'On: n is the next unread note, ? lists all keys' },
  { value: 'off', label: 'Off' },
] as const;
const spoken = [
  { value: 'all', label: 'Everything new' },
  { value: 'replies', label: 'Replies to me' },
  { value: 'off', label: 'Nothing' },
] as const;
const presence = [
  { value: 'seen', label: 'Others see that I am here, and what I select' },
  { value: 'invisible', label: 'Invisible: nobody sees that I am here' },
] as const;
const passages = [
  { value: 'painted', label: 'Painted' },
  { value: 'marks', label: 'As marks that screen readers announce' },
] as const;

export function TellingFields() {
  const manners = useManners();
  const change = useChangeManners();
  return (
    <>
      <Choice
        label="Single letters as shortcuts"
        value={manners.keys ? 'on' : 'off'}
        options={keys}
        onChange={(value) => change({ keys: value === 'on' })}
      />
      <Choice
        label="What a screen reader is told while you read"
        value={manners.announcements}
        options={spoken}
        onChange={(announcements) => change({ announcements })}
      />
      <Choice
        label="In discussions"
        value={manners.invisible ? 'invisible' : 'seen'}
        options={presence}
        onChange={(value) => change({ invisible: value === 'invisible' })}
      />
      <Choice
        label="Highlighted passages"
        value={manners.marks ? 'marks' : 'painted'}
        options={passages}
        onChange={(value) => change({ marks: value === 'marks' })}
      />
    </>
  );
}
