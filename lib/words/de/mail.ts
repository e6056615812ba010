// Letters, in German.

export const mail = {
  confirm: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse für Counterpoint',
    why: 'Mit dieser Adresse wurde ein Konto bei Counterpoint angelegt, hoffentlich von Ihnen.',
    link: 'Dieser Link bestätigt innerhalb von {hours, number} Stunden, dass die Adresse Ihre ist. Ein Kurs, der Sie unter ihr erwartet, nimmt Sie dann auf:',
    notYou: 'Waren das nicht Sie, tun Sie nichts.',
  },
  reset: {
    subject: 'Wählen Sie ein neues Passwort für Counterpoint',
    why: 'Für Ihr Konto bei Counterpoint wurde ein neues Passwort verlangt, hoffentlich von Ihnen.',
    link: 'Mit diesem Link wählen Sie eines. Er gilt einmal, innerhalb von {hours, number} Stunden:',
    notYou: 'Waren das nicht Sie, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
  },
  seat: {
    subject: 'Ihr Platz in {space}',
    why: '{sender} hält Ihnen, {name}, einen Platz in „{space}“ bei Counterpoint frei.',
    link: 'Dieser Link ist nur für Sie und gilt einmal. Öffnen Sie ihn, legen Sie ein Konto an oder melden Sie sich an, und Sie sind dabei:',
    unknown:
      'Wissen Sie nicht, worum es geht, tun Sie nichts. Eine Antwort auf diese E-Mail geht an die Person, die sie geschickt hat.',
  },
  digest: {
    subject: {
      replies: '{count, plural, one {# Antwort} other {# Antworten}}',
      mentions: '{count, plural, one {# Erwähnung} other {# Erwähnungen}}',
      forAll: '{count, plural, one {# Anmerkung an alle Gruppen} other {# Anmerkungen an alle Gruppen}}',
      due: '{count, number} bis morgen fällig',
    },
    due: {
      heading: 'BIS MORGEN FÄLLIG',
      notes: 'Anmerkungen zu „{title}“: {at}',
      replies: 'Antworten zu „{title}“: {at}',
      at: '{day} ({timeZone})',
      atTime: '{day}, {time} ({timeZone})',
    },
    said: {
      instructor: '{by} hat Ihnen als Lehrperson geantwortet:',
      reply: '{by} hat Ihnen geantwortet:',
      mention: '{by} hat Sie erwähnt:',
      'for-all': '{by} hat an alle Gruppen geschrieben:',
    },
    quoted: '„{words}“',
    quotedInPart: '„{words} …“',
    more: 'Und {count, number} weitere in Ihrem Eingang: {url}',
    end: 'Höchstens einmal am Tag, und nur wenn es etwas gibt. Um diese E-Mails zu beenden:',
    mute: 'Um eine Diskussion stummzuschalten: {url}',
  },
} as const;
