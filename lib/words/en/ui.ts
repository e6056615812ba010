// What the parts say that every screen shares.

import { broken } from './broken.ts';

export const ui = {
  page: {
    description: 'A group opens an op-ed, highlights its passages, and answers each other point by point.',
    skip: 'Skip to the content',
  },
  act: { cancel: 'Cancel', close: 'Close', dismiss: 'Dismiss', undo: 'Undo' },
  messages: 'Messages',
  language: { legend: 'Language', browser: 'As the browser', en: 'English', de: 'Deutsch' },
  look: {
    theme: { legend: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
    size: { legend: 'Size of the text', small: 'Small', usual: 'Usual', large: 'Large', largest: 'Largest' },
    width: { legend: 'Width of its lines', narrow: 'Narrow', usual: 'Usual', wide: 'Wide' },
    leading: { legend: 'Space between lines', tight: 'Tight', usual: 'Usual', loose: 'Loose' },
    margin: { legend: 'Notes', open: 'Beside the text', rail: 'As dots', hidden: 'Hidden' },
  },
  /** Making an invite link, in a discussion and in a course or squad. */
  invite: {
    act: 'Invite',
    title: 'Invite to this discussion',
    text: 'Whoever opens the link gives a name and is in: no account needed. It leads to this discussion only.',
    link: 'Invite link · {role}',
    as: 'They come as',
    works: 'It works',
    expiry: { day: 'For a day', week: 'For a week', month: 'For 30 days', never: 'Until it is revoked' },
    make: 'Make an invite link',
    another: 'Make another link',
  },
  /** What an assignment asks; the first of some parts begins with a capital. */
  due: {
    moved: 'The dates have changed: {words}.',
    lifted: 'There are no dates any more.',
    notesDue: 'notes due {day}',
    notesWereDue: 'notes were due {day}',
    repliesDue: 'replies due {day}',
    repliesWereDue: 'replies were due {day}',
    closes: 'closes {day}',
    closed: 'closed {day}',
    today: 'today {time}',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    haveNotes: 'you have {notes, number} of {ofNotes, plural, one {# note} other {# notes}}',
    haveReplies: 'you have {replies, number} of {ofReplies, plural, one {# reply} other {# replies}}',
    haveBoth:
      'you have {notes, number} of {ofNotes, plural, one {# note} other {# notes}} and {replies, number} of {ofReplies, plural, one {# reply} other {# replies}}',
    own: 'these are your own, later dates',
  },
  /** Of an act in a room that this device could not keep. */
  notKept: 'It could not be kept on this device. Nothing was changed; try again.',
  time: { now: 'just now', soon: 'in a minute' },
  request: {
    cancelled: 'Cancelled. Nothing was changed.',
    unreachable:
      'The server cannot be reached. Check your connection and try again; what you typed is still here.',
    lost: 'The connection to the server was lost. Try again; what you typed is still here.',
    unreadable: 'The server answered in a way this page does not understand. Reload the page and try again.',
    'too-many': 'Too many tries just now. Wait a minute and try again.',
    failed: 'The server could not do this. Nothing was changed; try again in a moment.',
  },
  barred: {
    library: 'Go to your library',
    'sign-in': 'Sign in',
    'sign-up': 'Create an account',
    'signed-out': {
      title: 'You are signed out',
      text: 'Sign in to go on. What you wrote and had saved is kept.',
    },
    'no-such-room': {
      title: 'There is no such discussion for you',
      text: 'The link may be incomplete, or the discussion belongs to a course or squad that you are not in. Ask whoever sent it for an invite link.',
    },
    'not-a-member': {
      title: 'This discussion is for invited people',
      text: 'You belong to its course or squad, but have no place in this one. Ask the person who runs it for an invite link.',
    },
    removed: {
      title: 'You no longer have a place here',
      text: 'Someone who runs this discussion removed you from it. What you said in it is kept. If this is a mistake, ask them to let you back in.',
    },
    'too-large': {
      title: 'This discussion is full',
      text: 'It has reached the size that this server allows. Everything said is kept; the person who runs it can open a new one on the same reading.',
    },
    'no-such-page': {
      title: 'There is nothing at this address',
      text: 'The link may be incomplete, or what was here has been taken away, or it is not shared with you.',
    },
    'not-for-guests': {
      title: 'This needs an account',
      text: 'You are here as a guest, with only a name. Create an account and everything you have written stays yours.',
    },
    'guests-not-here': {
      title: 'This discussion needs an account',
      text: 'It is graded, so a name alone is not enough. Create an account and everything you have written elsewhere stays yours.',
    },
  },
  form: {
    email: 'Write your e-mail address, such as ada@example.org.',
    newPassword: 'Choose a password of at least 8 characters.',
    optional: 'optional',
  },
  copy: { act: 'Copy', done: 'Copied' },
  late: 'This could not be loaded. Nothing is lost: try again once you are connected.',
  more: 'Show {count, number} more',
  download: {
    failed: 'The server could not write this file. Try again in a moment.',
    lost: 'The connection was lost. Nothing was changed; try again.',
  },
  /** What stands in a text besides its words. */
  text: { page: 'p. {page}', pageSpoken: 'Page {page}', backToMark: 'Back to mark {mark} in the text' },
  telling: {
    keys: {
      legend: 'Single letters as shortcuts',
      on: 'On: n is the next unread note, ? lists all keys',
      off: 'Off',
    },
    announcements: {
      legend: 'What a screen reader is told while you read',
      all: 'Everything new',
      replies: 'Replies to me',
      off: 'Nothing',
    },
    presence: {
      legend: 'In discussions',
      seen: 'Others see that I am here, and what I select',
      invisible: 'Invisible: nobody sees that I am here',
    },
    passages: {
      legend: 'Highlighted passages',
      painted: 'Painted',
      marks: 'As marks that screen readers announce',
    },
  },
  /** At the end of every top bar. */
  account: {
    label: '{name}: account',
    library: 'Library',
    inbox: 'Inbox',
    signUp: 'Create an account',
    correct: 'Correct the text',
    settings: 'Settings',
    signOut: 'Sign out',
    stillIn: 'You are still signed in. {problem} This device keeps everything.',
    kept: '{problem} This device keeps everything.',
    unsettledTitle: 'Not everything has been saved',
    unsettledAct: 'Sign out and lose them',
    unsettled:
      '{count, plural, one {# change or draft is} other {# changes and drafts are}} only on this device. Signing out deletes what this device keeps. Post what you began, and stay until the top bar of the discussion says Saved: then nothing is lost.',
  },
  nothingHere: 'Nothing here',
  broken,
} as const;
