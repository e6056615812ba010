// Letters: confirmations, resets, personal links, the digest. Plain text, said by the server.

export const mail = {
  confirm: {
    subject: 'Confirm your e-mail address for Counterpoint',
    why: 'Someone, we hope you, made a Counterpoint account with this address.',
    link: 'This link confirms that the address is yours, within {hours, number} hours. A class that expects you by it then lets you in:',
    notYou: 'If it was not you, do nothing.',
  },
  reset: {
    subject: 'Choose a new password for Counterpoint',
    why: 'Someone, we hope you, asked for a new password for your Counterpoint account.',
    link: 'This link lets you choose one. It works once, within {hours, number} hours:',
    notYou: 'If it was not you, do nothing: your password stays as it is.',
  },
  seat: {
    subject: 'Your place in {space}',
    why: '{sender} keeps a place for you, {name}, in “{space}” on Counterpoint.',
    link: 'This link is yours alone, and works once. Open it, sign up or sign in, and you are in:',
    unknown:
      'If you do not know what this is about, do nothing. An answer to this e-mail goes to whoever sent it.',
  },
  digest: {
    /** Counts alone, for a subject shows on locked screens. */
    subject: {
      replies: '{count, plural, one {# reply} other {# replies}}',
      mentions: '{count, plural, one {# mention} other {# mentions}}',
      forAll: '{count, plural, one {# note for all groups} other {# notes for all groups}}',
      due: '{count, number} due by tomorrow',
    },
    due: {
      heading: 'DUE BY TOMORROW',
      notes: 'Notes for “{title}”: {at}',
      replies: 'Replies for “{title}”: {at}',
      /** Where the day is said with its time already. */
      at: '{day} ({timeZone})',
      atTime: '{day}, {time} ({timeZone})',
    },
    said: {
      instructor: '{by} replied to you, as instructor:',
      reply: '{by} replied to you:',
      mention: '{by} mentioned you:',
      'for-all': '{by} said to all groups:',
    },
    quoted: '“{words}”',
    quotedInPart: '“{words} …”',
    more: 'And {count, number} more in your inbox: {url}',
    end: 'Once a day at most, and only when there is something. To end these e-mails:',
    mute: 'To mute one discussion: {url}',
  },
} as const;
