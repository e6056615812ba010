// What the answers of the API say that refuse: what happened, what is safe and what to do next; said by the server.

export const refusals = {
  /** One sentence a reason (app/api/respond.ts); most may stand alone. */
  reason: {
    'not-signed-in': 'You are not signed in, or no longer. Sign in and try again; nothing was changed.',
    'wrong-credentials':
      'No account has this e-mail address and this password. Check both, or choose a new password.',
    'wrong-password':
      'That is not your current password, so nothing was changed. If you have none yet, choose one by “Forgot password?” when signing in.',
    'members-only': 'Guests cannot do this. Sign up first: you keep your place and everything you have said.',
    'not-allowed': 'Your role does not allow this, so nothing was changed. Ask an instructor or coach.',
    'not-a-member':
      'This discussion is open only to the people invited to it. Ask its instructor for a link.',
    'no-mail':
      'This server cannot send e-mail: its operator has set no mail server. Nothing was sent; hand over the personal links instead.',
    'not-confirmed':
      'Nothing was sent: your own e-mail address is not confirmed yet, and people answer to it. Confirm it under Settings, E-mail, then try again.',
    'guests-not-here':
      'This discussion is graded, so it takes people with an account only. Sign up, and you keep what you have said elsewhere.',
    removed:
      'You were removed from here, and a link does not bring you back. What you said is kept. Ask an instructor to put you back.',
    'fetching-off':
      'This server does not fetch pages from the web: its operator has not allowed it. Nothing was done. Save the page as a file, or copy its words, and bring in those.',
    'cross-site':
      'This request came from another site, so nothing was done. Open Counterpoint itself and try again.',
    'owner-code-needed':
      'The first account needs the owner code that the server printed when it started. No account was made; check the code and try again.',
    'no-such-route': 'There is nothing at this address. The addresses of the API are in docs/api.md.',
    'no-demo': 'There is no demo here. Sign up, or open a link someone gave you.',
    'no-such-room':
      'There is no such discussion, or it is not open to you. Check the link, or ask for an invitation.',
    'no-such-space':
      'There is no such course or squad, or you do not belong to it. Check the link, or ask for an invitation.',
    'no-such-reading': 'There is no such reading, or it is not open to you. Check the link.',
    'no-such-member': 'Nobody like that belongs here, so nothing was changed. Reload the list.',
    'no-such-seat':
      'This place on the roster is taken already, or there is none like it. Ask your instructor.',
    'no-such-assignment': 'There is no such assignment, or it is not open to you. Check the link.',
    'no-such-hold': 'That was closed already. Reload the page.',
    'over-already':
      'So short a time is over already, and everything would be deleted at once. Nothing was changed; choose a longer one.',
    'no-such-session': 'That device is signed out already.',
    'no-such-digest':
      'This link is not whole, or no longer good. Nothing was changed; sign in and choose under Settings, E-mail.',
    'no-such-token': 'That token has ended already.',
    'no-such-invite': 'There is no such invitation. Check that the link is complete, or ask for a new one.',
    'round-on':
      'A round is on, and until it is over nobody but its debaters brings anything into it. Nothing was changed; try again then.',
    'one-reading': 'This discussion is on one reading; only a debate holds several. Nothing was changed.',
    'too-many-readings':
      'A debate holds at most {maxReadings, number} readings, so this one was not added. Take out one that nobody needs first.',
    'last-reading': 'A discussion keeps at least one reading, so this one stays. Add another one first.',
    'reading-in-use':
      'Notes, cards or private notes stand in this reading and would lose their words, so it stays. Once their authors withdraw them it can go.',
    'no-round': 'This room holds no round yet, so nothing was changed. Choose a format first.',
    'no-such-side': 'The format has no such side, so nothing was changed.',
    'dates-are-assigned':
      'The assignment says when work is due here, so nothing was changed. Change it there, for all of its rooms.',
    'no-such-rubric': 'There is no such rubric here. Choose another; nothing was changed.',
    'no-such-participant': 'Nobody like that is in this discussion, so nothing was changed.',
    'changed-meanwhile':
      'Someone else changed this meanwhile, so nothing was overwritten. Look at their decision, then decide again.',
    'no-such-page': 'There is no such page of annotations. Begin at the container’s first one.',
    'no-such-note': 'There is no such note in this discussion, or it is not open to you.',
    'not-acceptable': 'Annotations are given as JSON-LD only. Ask for application/ld+json.',
    'email-taken':
      'This e-mail address has an account already, so none was made or changed. Sign in instead, or use another address.',
    'people-mixed-up':
      'Some lines name two people as one, or one person twice, so nobody was added. Mend them and try again.',
    'names-promised':
      'People have written here under pseudonyms, and were told that they would stay so. Nothing was changed.',
    'last-owner':
      'Someone must own this course or squad. Nothing was changed; make someone else an owner first.',
    'newer-version':
      'Someone published a later version meanwhile, so yours was not published. Nothing is lost: look at theirs, and put your corrections into it.',
    withdrawn: 'This note was withdrawn by whoever wrote it.',
    'precondition-failed':
      'The note is no longer as you last saw it, so nothing was changed. Read it again, then change it.',
    'write-refused': 'The discussion takes no such change from you, so nothing was written.',
    'write-held':
      'The server cannot save just now. What you sent may still be saved when it can: look again before you send it anew.',
    'write-interrupted':
      'The discussion was interrupted while this was written. Some of it may be saved: look before you send it again.',
    'invite-expired': 'This invitation has expired. Ask whoever sent it for a new one.',
    'invite-revoked': 'This invitation was withdrawn. Ask whoever sent it for a new one.',
    'confirmation-over':
      'This link was used already, is too old, or was for another address. Send yourself a new one from the settings.',
    'reset-over': 'This link was used already or is too old. Your password is as it was; ask for a new link.',
    'too-large': 'This is larger than what is taken here, so nothing was kept. Send less.',
    'not-json': 'The request must be JSON (content-type application/json). Nothing was done.',
    'not-a-form': 'Send a file as multipart/form-data, or a text as application/json. Nothing was kept.',
    'dates-out-of-order':
      'Notes come before replies, and both before closing. Nothing was changed; check the dates.',
    'nobody-to-group':
      'There is nobody on the roster to put into groups yet. Nothing was made; add people first, or make one discussion for all.',
    invalid: 'Something in the request is not as it should be. Nothing was done.',
    'name-needed': 'Write the name that others will see, then join.',
    'closed-already':
      'With these dates an assignment would be closed before anyone comes, so nothing was made. Choose a later day, or leave the dates empty.',
    'expiry-past':
      'The time at which the link should end has passed already. No link was made; choose a later one.',
    'import-refused': 'This text could not be read in. Nothing was kept.',
    'too-many': 'That was too often in a short time. Nothing is lost; wait a little and try again.',
    busy: 'The server has much to do just now. Nothing was kept; wait a little and try again.',
    cancelled: 'Cancelled. Nothing was kept.',
    internal: 'Something went wrong on the server. What was saved before is safe; try again in a moment.',
  },
  /** Where a standard sentence would say too little. */
  notUtf8: 'The request is not JSON in UTF-8. Nothing was done.',
  noFile: {
    kept: 'The form has no field “file” with a file. Nothing was kept.',
    broughtIn: 'The form has no field “file” with a file. Nothing was brought in.',
  },
  unkept: '{what} Nothing was kept.',
  notBroughtIn: '{what} Nothing was brought in.',
  chapterNeeded: 'This is a book of several chapters. Choose one: the preview lists them. Nothing was kept.',
  noSuchFormat: 'The format is one of {known}. Nothing was written.',
  takenInPart:
    'The discussion took {written, number} of {of, plural, one {# note} other {# notes}} and then no more. What is written stays; once it takes notes again, the same file adds the rest.',
  addressOnRoster: 'Someone else on this roster has that e-mail address, so nothing was changed.',
  annotation: {
    noPassage: 'The quoted passage is not in this text, or not only once. Nothing was written.',
    nothingAnswered: 'The note that this one answers is not in this discussion. Nothing was written.',
  },
  archive: {
    held: 'The server cannot save just now, so the archive was not opened. Nothing of it was kept; try again in a while.',
    interrupted:
      'The writing was interrupted, so the archive was not opened. Nothing of it was kept; try again.',
    refused:
      'Something in this archive is not taken here ({code}), so it was not opened. Nothing of it was kept; ask whoever made it for another.',
    noReason: 'no reason given',
    noText: 'The archive has a reading without its text. Nothing was made.',
    forAll: 'What was said to all groups of an assignment is a plain note here: there are no other groups.',
    leftOut:
      '{left, plural, one {# value is left out: this version does not know what it is, or the archive does not say whose.} other {# values are left out: this version does not know what they are, or the archive does not say whose.}}',
  },
  roster: { nothing: 'Nothing was added.', line: 'Line {line}: {message}', more: 'And {more, number} more.' },
  /** Why a page is not fetched (lib/data/web). */
  web: {
    'not-an-address':
      'This is not the address of a web page. Nothing was fetched. Copy the whole address from the browser’s address bar; it begins with https:// or http://.',
    'address-with-password':
      'This address holds a user name or password. Nothing was fetched. Take out what stands before the @, and try again.',
    'address-port':
      'Pages are fetched from the web’s usual ports only, 80 and 443, and this address leads to another. Nothing was kept. Save the page as a file and bring in that.',
    'address-literal':
      'This address leads to a number in the place of a name, and such are not fetched. Nothing was kept. Use the site’s name.',
    'address-not-public':
      'No public website was found under this name. Check it for typing errors. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
    'too-many-redirects':
      'This address leads on and on, without end. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
    unreachable:
      'The website did not answer, or broke off. Try again in a while. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
    'page-refused':
      'The website does not give this page to strangers, or no longer has it. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
    'page-type':
      'At this address there is no web page, plain text or PDF. Nothing was kept. Download what is there, and bring it in as a file.',
    'page-broken':
      'What the website sent is damaged. Try again in a while. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
    'page-too-large':
      'What is at this address is larger than 5 MB. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
    'page-too-slow':
      'The website took longer than ten seconds. Try again in a while. Nothing was kept. Open the page yourself, then save it or copy its words, and bring in those.',
  },
  /** Where something is wrong in what was sent, and what has come of it. */
  misfit: {
    done: '{fault}. Nothing was done.',
    doneAt: '{path}: {fault}. Nothing was done.',
    kept: '{fault}. Nothing was kept.',
    keptAt: '{path}: {fault}. Nothing was kept.',
    made: '{fault}. Nothing was made.',
    madeAt: '{path}: {fault}. Nothing was made.',
  },
  /** What only a program gets wrong, as valibot has it. */
  unlike: '{what}',
  /** What someone typed wrongly (lib/model/fault.ts), without a full stop. */
  fault: {
    'name-not-text': 'The name must be text',
    'name-empty': 'The name must not be empty',
    'name-too-long': 'The name must be at most {maxName, number} characters long',
    'title-not-text': 'The title must be text',
    'title-empty': 'The title must not be empty',
    'title-too-long': 'The title must be at most {maxTitle, number} characters long',
    'email-not-text': 'The e-mail address must be text',
    'email-too-long': 'The e-mail address is too long',
    'email-unlike': 'This is not an e-mail address',
    'password-not-text': 'The password must be text',
    'password-too-short': 'The password must have at least 8 characters',
    'password-too-long': 'The password must have at most 256 characters',
    'time-not-text': 'The time must be text',
    'time-unlike': 'The time must look like 2030-01-31T12:00:00Z',
    'group-too-long': 'A group or section has at most {maxGroup, number} characters',
    'group-too-small': 'A group has at least one person',
    'nobody-in-it': 'There is nobody in it',
    'nobody-to-mail': 'There is nobody to mail',
    'prompt-too-long': 'The prompt has at most {maxPrompt, number} characters',
    'time-zone-unknown': 'This time zone is not known',
    'reason-needed': 'An override needs a reason',
    'reason-too-long': 'The reason must be at most 1000 characters long',
    'comment-empty': 'The comment must not be empty',
    'comment-too-long': 'The comment must be at most 2000 characters long',
    'hold-empty': 'Write what it is about',
    'days-not-whole': 'Dates move by whole days',
    'days-too-far': 'That is further than four years',
    'level-nameless': 'A level needs a name',
    'criterion-nameless': 'A criterion needs a name',
    'criterion-levels': 'A criterion needs at least two levels',
    'rubric-nameless': 'The rubric needs a name',
    'rubric-empty': 'A rubric needs a criterion',
    'rubric-too-long': 'A rubric has at most 20 criteria',
    'rubric-ids': 'Criteria and levels each need an id of their own',
    'text-empty': 'the text is empty',
    'paragraph-too-long': 'a paragraph is too long',
    'paragraph-not-plain':
      'a paragraph must be one line in NFC that is not empty and holds nothing invisible',
    'too-many-paragraphs': 'more than {max, number} paragraphs',
    'too-many-bytes': 'more than {max, number} bytes',
  },
} as const;
