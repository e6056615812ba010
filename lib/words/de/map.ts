// What is said of the argument map, in German.

export const map = {
  title: 'Argumentkarte zu {title}',
  missing: 'Dieser Link führt zu einem Punkt, der nicht hier ist oder Ihnen nicht gezeigt wird.',
  tree: 'Behauptungen und Antworten',
  empty: {
    title: 'Die Karte ist noch leer',
    text: 'Wählen Sie einige Worte im Text aus, um als Erstes etwas zu sagen. Behauptungen und Antworten erscheinen hier, sobald sie gesagt sind.',
    act: 'Zum Text',
  },
  tools: {
    label: 'Karte',
    smaller: 'Kleiner',
    larger: 'Größer',
    size: '{percent, number} %',
    backToWhole: 'Größe {percent, number} %. Zurück zu 100 %',
    fit: 'Einpassen',
    allThreads: 'Alle Fäden',
    oneThread: 'Nur dieser Faden',
    asMap: 'Als Karte',
    asList: 'Als Liste',
    standing: 'Stand zeigen',
    cards: 'Belege',
    unchanged: 'Nichts wurde geändert. {problem}',
  },
  picture: {
    svg: 'SVG',
    png: 'PNG',
    saveSvg: 'Als SVG speichern',
    savePng: 'Als PNG speichern',
    fileName: 'Argumentkarte',
    failed:
      'Das Bild ließ sich nicht erzeugen. Der Karte selbst ist nichts geschehen; versuchen Sie das andere Format.',
  },
  point: {
    label: 'Punkt von {who}',
    acts: 'Auf der Karte',
    inText: 'Im Text zeigen',
    link: 'Auch auf einen anderen Punkt antworten',
    move: 'Unter einen anderen Punkt stellen',
    unfold: 'Antworten ausklappen',
    fold: 'Antworten einklappen',
    allThreads: 'Alle Fäden zeigen',
    alone: 'Nur diesen Faden zeigen',
  },
  pick: {
    label: { link: 'Auch auf einen anderen Punkt antworten', move: 'Umstellen' },
    target: {
      link: 'Wählen Sie den Punkt, auf den dies auch antwortet: mit Pfeiltasten und Enter oder einem Klick.',
      move: 'Wählen Sie den Punkt, unter dem dies stehen soll: mit Pfeiltasten und Enter oder einem Klick.',
    },
    stance: 'Wie es {who} antwortet',
    act: { link: 'Verbinden', move: 'Umstellen' },
  },
  why: {
    label: 'Stand',
    none: 'Bisher hat niemand widersprochen.',
    more: 'Und {count, number} weitere.',
    objection: {
      granted:
        '<by>{who}</by> widerspricht, und {granting} {count, plural, one {räumt} other {räumen}} das ein.',
      answered: '<by>{who}</by> widerspricht, und was dagegen gesagt wurde, ist beantwortet.',
      open: '<by>{who}</by> widerspricht, und niemand hat darauf geantwortet.',
      disputed: '<by>{who}</by> widerspricht; was darauf antwortet, ist selbst umstritten.',
      fallen: '<by>{who}</by> widerspricht.',
    },
    answer: {
      rebuts: '<by>{who}</by> hat darauf geantwortet.',
      undercuts: '<by>{who}</by> sagt, dass es nicht folgt.',
    },
    turning: {
      title: 'Was das ändern würde',
      none: 'Kein einzelner neuer Einwand würde es ändern.',
      itself: 'Ein neuer Einwand gegen den Punkt selbst.',
      one: 'Ein neuer Einwand gegen <point>{words}</point>',
      several: 'Ein neuer Einwand gegen einen dieser Punkte:',
      listedItself: 'der Punkt selbst',
    },
    given: 'Nach dem, was bisher gesagt wurde. Wer recht hat, sagt es nicht.',
  },
} as const;
