// Correcting a text, and what that does to its notes, in German.

export const correction = {
  title: 'Text berichtigen',
  sheet: 'Fassung {number}, zum Berichtigen',
  under: '{title}, Fassung {number}',
  earlier: {
    title: 'Sie hatten Fassung {kept} in Arbeit; das hier ist Fassung {now}.',
    text: 'Ihre Berichtigungen sind nicht veröffentlicht und stehen nicht in diesem Text. Das lautete bei Ihnen anders:',
    done: 'Ich habe übernommen, was ich brauche',
  },
  publish: {
    form: 'Veröffentlichen',
    look: 'Ansehen, was mit den Anmerkungen geschieht',
    act: 'Fassung {number} veröffentlichen',
    changed:
      'Die bisherige Fassung bleibt, wie sie ist. Offenen Diskussionen wird die neue angeboten; keine Anmerkung wird geändert oder geht verloren.',
    unchanged: 'Noch ist nichts geändert. Berichtigen Sie den Wortlaut direkt im Text.',
    late: 'Jemand war schneller',
    failed: 'Nicht veröffentlicht',
    goOn: 'Mit der neuen Fassung weitermachen',
  },
  outlook: {
    none: 'Keine Anmerkung ist betroffen.',
    first: {
      exact:
        '{count, plural, one {# Anmerkung bleibt unverändert} other {# Anmerkungen bleiben unverändert}}',
      moved: '{count, plural, one {# Anmerkung wandert mit} other {# Anmerkungen wandern mit}}',
      reworded:
        '{count, plural, one {# Anmerkung steht auf anderem Wortlaut} other {# Anmerkungen stehen auf anderem Wortlaut}}',
      lost: '{count, plural, one {# Anmerkung verliert ihre Stelle} other {# Anmerkungen verlieren ihre Stelle}}',
    },
    more: {
      exact: '{count, plural, one {# bleibt unverändert} other {# bleiben unverändert}}',
      moved: '{count, plural, one {# wandert mit} other {# wandern mit}}',
      reworded: '{count, plural, one {# steht auf anderem Wortlaut} other {# stehen auf anderem Wortlaut}}',
      lost: '{count, plural, one {# verliert ihre Stelle} other {# verlieren ihre Stelle}}',
    },
  },
  state: {
    moved: 'Wandert mit',
    reworded: 'Anderer Wortlaut',
    uncertain: 'Verliert ihre Stelle',
    gone: 'Verliert ihre Stelle',
  },
  versions: {
    label: 'Fassungen dieses Textes',
    one: 'Fassung {number}, <time></time>',
    by: 'Fassung {number} von {name}, <time></time>',
  },
} as const;
