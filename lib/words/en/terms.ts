// The terms of the product (its glossary): kinds, stances, standings, roles. Every screen calls them by these.

export const terms = {
  /** On a note: what it is. */
  kind: { comment: 'Comment', highlight: 'Highlight', question: 'Asks', claim: 'Claim', card: 'Card' },
  /** On a button: what I do. */
  kindAct: {
    comment: 'Comment',
    highlight: 'Highlight',
    question: 'Ask',
    claim: 'Claim',
    card: 'Make a card',
  },
  /** On a reply: what it does. */
  stance: {
    rebuts: 'Disagrees',
    undercuts: 'Doesn’t follow',
    supports: 'Agrees',
    qualifies: 'Yes, but',
    asks: 'Asks',
    concedes: 'Grants the point',
  },
  /** On a button: what I do. */
  stanceAct: {
    rebuts: 'Disagree',
    undercuts: 'Doesn’t follow',
    supports: 'Agree',
    qualifies: 'Yes, but',
    asks: 'Ask',
    concedes: 'Grant the point',
  },
  /** Who answers whom, as it is read aloud. */
  answers: {
    rebuts: '{who} disagrees with {whom}',
    undercuts: '{who} says it does not follow, to {whom}',
    supports: '{who} agrees with {whom}',
    qualifies: '{who} says yes, but, to {whom}',
    asks: '{who} asks {whom}',
    concedes: '{who} grants the point to {whom}',
    none: '{who} answers {whom}',
  },
  standing: {
    'not-challenged': 'Not challenged',
    answered: 'Answered so far',
    unanswered: 'Unanswered objection',
    disputed: 'Disputed',
  },
  reaction: { helpful: 'Helpful', 'same-question': 'Same question', 'well-argued': 'Well argued' },
  space: { course: 'Course', squad: 'Squad' },
  /** What the server calls what nobody has named yet; then it is a name like any other. */
  given: { course: '{name}’s course', guest: 'Guest', someone: 'Someone' },
  /** Of an assistant, beside where one is. */
  limit: 'only {count, plural, one {section} other {sections}} {names}',
  role: {
    course: { owner: 'Instructor', assistant: 'Assistant', member: 'Member', observer: 'Observer' },
    squad: { owner: 'Coach', assistant: 'Assistant', member: 'Member', observer: 'Observer' },
  },
} as const;
