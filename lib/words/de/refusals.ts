// What the answers of the API say that refuse, in German.

const instead =
  'Nichts wurde gespeichert. Öffnen Sie die Seite selbst, speichern Sie sie oder kopieren Sie ihren Text, und übernehmen Sie das.';

export const refusals = {
  reason: {
    'not-signed-in':
      'Sie sind nicht oder nicht mehr angemeldet. Melden Sie sich an und versuchen Sie es noch einmal; nichts wurde geändert.',
    'wrong-credentials':
      'Kein Konto hat diese E-Mail-Adresse und dieses Passwort. Prüfen Sie beides, oder wählen Sie ein neues Passwort.',
    'wrong-password':
      'Das ist nicht Ihr jetziges Passwort, deshalb wurde nichts geändert. Haben Sie noch keines, wählen Sie eines über „Passwort vergessen?“ beim Anmelden.',
    'members-only':
      'Gäste können das nicht. Legen Sie zuerst ein Konto an: Ihr Platz und alles, was Sie gesagt haben, bleibt Ihnen.',
    'not-allowed':
      'Ihre Rolle erlaubt das nicht, deshalb wurde nichts geändert. Fragen Sie eine Lehrperson oder einen Coach.',
    'not-a-member':
      'Diese Diskussion ist nur für Eingeladene offen. Bitten Sie die Lehrperson um einen Link.',
    'no-mail':
      'Dieser Server kann keine E-Mails senden: Wer ihn betreibt, hat keinen Mailserver eingerichtet. Nichts wurde gesendet; geben Sie die persönlichen Links auf anderem Weg weiter.',
    'not-confirmed':
      'Nichts wurde gesendet: Ihre eigene E-Mail-Adresse ist noch nicht bestätigt, und an sie gehen die Antworten. Bestätigen Sie sie in den Einstellungen unter E-Mail und versuchen Sie es dann noch einmal.',
    'guests-not-here':
      'Diese Diskussion wird benotet, darum braucht man für sie ein Konto. Legen Sie eines an; was Sie anderswo gesagt haben, bleibt Ihnen.',
    removed:
      'Sie wurden hier entfernt, und ein Link bringt Sie nicht zurück. Was Sie gesagt haben, ist aufgehoben. Bitten Sie eine Lehrperson, Sie wieder aufzunehmen.',
    'fetching-off':
      'Dieser Server holt keine Seiten aus dem Web: Wer ihn betreibt, hat das nicht erlaubt. Es wurde nichts unternommen. Speichern Sie die Seite als Datei oder kopieren Sie ihren Text, und übernehmen Sie das.',
    'cross-site':
      'Diese Anfrage kam von einer anderen Website, deshalb wurde nichts unternommen. Öffnen Sie Counterpoint selbst und versuchen Sie es noch einmal.',
    'owner-code-needed':
      'Das erste Konto braucht den Code, den der Server beim Start ausgegeben hat. Es wurde kein Konto angelegt; prüfen Sie den Code und versuchen Sie es noch einmal.',
    'no-such-route': 'Unter dieser Adresse ist nichts. Die Adressen der Schnittstelle stehen in docs/api.md.',
    'no-demo':
      'Hier gibt es keine Beispieldebatte. Legen Sie ein Konto an, oder öffnen Sie einen Link, den Sie bekommen haben.',
    'no-such-room':
      'Diese Diskussion gibt es nicht, oder sie ist für Sie nicht offen. Prüfen Sie den Link, oder bitten Sie um eine Einladung.',
    'no-such-space':
      'Diesen Kurs oder dieses Team gibt es nicht, oder Sie gehören nicht dazu. Prüfen Sie den Link, oder bitten Sie um eine Einladung.',
    'no-such-reading': 'Diesen Text gibt es nicht, oder er ist für Sie nicht offen. Prüfen Sie den Link.',
    'no-such-member':
      'So jemand gehört nicht hierher, deshalb wurde nichts geändert. Laden Sie die Liste neu.',
    'no-such-seat':
      'Dieser Platz auf der Kursliste ist schon vergeben, oder es gibt ihn nicht. Fragen Sie Ihre Lehrperson.',
    'no-such-assignment':
      'Diese Aufgabe gibt es nicht, oder sie ist für Sie nicht offen. Prüfen Sie den Link.',
    'no-such-hold': 'Das wurde schon abgeschlossen. Laden Sie die Seite neu.',
    'over-already':
      'Diese Zeit wäre schon vorbei, und alles würde sofort gelöscht. Nichts wurde geändert; wählen Sie eine längere.',
    'no-such-session': 'Dieses Gerät ist schon abgemeldet.',
    'no-such-digest':
      'Dieser Link ist unvollständig oder gilt nicht mehr. Nichts wurde geändert; melden Sie sich an und wählen Sie in den Einstellungen unter E-Mail.',
    'no-such-token': 'Dieses Token gilt schon nicht mehr.',
    'no-such-invite':
      'Diese Einladung gibt es nicht. Prüfen Sie, ob der Link vollständig ist, oder bitten Sie um einen neuen.',
    'round-on':
      'Eine Runde läuft, und bis sie vorbei ist, bringt nur etwas hinein, wer darin debattiert. Nichts wurde geändert; versuchen Sie es danach noch einmal.',
    'one-reading':
      'In dieser Diskussion geht es um einen Text; nur eine Debatte enthält mehrere. Nichts wurde geändert.',
    'too-many-readings':
      'Eine Debatte enthält höchstens {maxReadings, number} Texte, deshalb wurde dieser nicht hinzugefügt. Nehmen Sie zuerst einen heraus, den niemand braucht.',
    'last-reading':
      'Eine Diskussion behält mindestens einen Text, deshalb bleibt dieser. Fügen Sie zuerst einen anderen hinzu.',
    'reading-in-use':
      'In diesem Text stehen Anmerkungen, Belege oder private Notizen, die ihre Stelle verlören, deshalb bleibt er. Sobald sie zurückgezogen sind, lässt er sich herausnehmen.',
    'no-round':
      'In diesem Raum ist noch keine Runde, deshalb wurde nichts geändert. Wählen Sie zuerst ein Format.',
    'no-such-side': 'Diese Seite gibt es in dem Format nicht, deshalb wurde nichts geändert.',
    'dates-are-assigned':
      'Wann hier etwas fällig ist, sagt die Aufgabe, deshalb wurde nichts geändert. Ändern Sie es dort, für alle ihre Räume.',
    'no-such-rubric':
      'Dieses Bewertungsraster gibt es hier nicht. Wählen Sie ein anderes; nichts wurde geändert.',
    'no-such-participant': 'So jemand ist nicht in dieser Diskussion, deshalb wurde nichts geändert.',
    'changed-meanwhile':
      'Jemand anders hat das inzwischen geändert, deshalb wurde nichts überschrieben. Sehen Sie sich die andere Entscheidung an und entscheiden Sie dann noch einmal.',
    'no-such-page':
      'Diese Seite mit Anmerkungen gibt es nicht. Beginnen Sie mit der ersten Seite des Containers.',
    'no-such-note': 'Diese Anmerkung gibt es in der Diskussion nicht, oder sie ist für Sie nicht offen.',
    'not-acceptable': 'Anmerkungen gibt es nur als JSON-LD. Fragen Sie nach application/ld+json.',
    'email-taken':
      'Diese E-Mail-Adresse hat schon ein Konto, deshalb wurde keines angelegt oder geändert. Melden Sie sich an, oder nehmen Sie eine andere Adresse.',
    'people-mixed-up':
      'Einige Zeilen nennen zwei Personen als eine oder eine Person doppelt, deshalb wurde niemand hinzugefügt. Berichtigen Sie sie und versuchen Sie es noch einmal.',
    'names-promised':
      'Hier wurde unter Pseudonymen geschrieben, und es war zugesagt, dass es dabei bleibt. Nichts wurde geändert.',
    'last-owner':
      'Jemand muss diesen Kurs oder dieses Team leiten. Nichts wurde geändert; übergeben Sie die Leitung zuerst jemand anderem.',
    'newer-version':
      'Inzwischen wurde eine spätere Fassung veröffentlicht, deshalb wurde Ihre nicht veröffentlicht. Nichts ist verloren: Sehen Sie sich die andere an, und tragen Sie Ihre Korrekturen dort ein.',
    withdrawn: 'Diese Anmerkung hat zurückgezogen, wer sie geschrieben hat.',
    'precondition-failed':
      'Die Anmerkung ist nicht mehr so, wie Sie sie zuletzt gesehen haben, deshalb wurde nichts geändert. Lesen Sie sie noch einmal und ändern Sie sie dann.',
    'write-refused':
      'Die Diskussion nimmt diese Änderung von Ihnen nicht an, deshalb wurde nichts geschrieben.',
    'write-held':
      'Der Server kann gerade nicht speichern. Was Sie gesendet haben, wird vielleicht noch gespeichert: Sehen Sie nach, bevor Sie es noch einmal senden.',
    'write-interrupted':
      'Die Diskussion wurde unterbrochen, während dies geschrieben wurde. Ein Teil ist vielleicht gespeichert: Sehen Sie nach, bevor Sie es noch einmal senden.',
    'invite-expired': 'Diese Einladung ist abgelaufen. Lassen Sie sich eine neue schicken.',
    'invite-revoked': 'Diese Einladung wurde zurückgenommen. Lassen Sie sich eine neue schicken.',
    'confirmation-over':
      'Dieser Link wurde schon benutzt, ist zu alt oder galt für eine andere Adresse. Schicken Sie sich in den Einstellungen einen neuen.',
    'reset-over':
      'Dieser Link wurde schon benutzt oder ist zu alt. Ihr Passwort ist, wie es war; fordern Sie einen neuen Link an.',
    'too-large':
      'Das ist größer, als hier angenommen wird, deshalb wurde nichts gespeichert. Senden Sie weniger.',
    'not-json': 'Die Anfrage muss JSON sein (content-type application/json). Es wurde nichts unternommen.',
    'not-a-form':
      'Senden Sie eine Datei als multipart/form-data oder einen Text als application/json. Nichts wurde gespeichert.',
    'dates-out-of-order':
      'Anmerkungen kommen vor Antworten, und beide vor dem Schließen. Nichts wurde geändert; prüfen Sie die Termine.',
    'nobody-to-group':
      'Auf der Kursliste steht noch niemand für die Gruppen. Nichts wurde angelegt; fügen Sie zuerst Leute hinzu, oder legen Sie eine Diskussion für alle an.',
    invalid: 'Etwas in der Anfrage ist nicht, wie es sein soll. Es wurde nichts unternommen.',
    'name-needed': 'Geben Sie den Namen an, den andere sehen sollen, und treten Sie dann bei.',
    'closed-already':
      'Mit diesen Terminen wäre eine Aufgabe geschlossen, bevor jemand kommt, deshalb wurde nichts angelegt. Wählen Sie einen späteren Tag, oder lassen Sie die Termine leer.',
    'expiry-past':
      'Der Zeitpunkt, zu dem der Link enden soll, ist schon vorbei. Es wurde kein Link angelegt; wählen Sie einen späteren.',
    'import-refused': 'Dieser Text konnte nicht gelesen werden. Nichts wurde gespeichert.',
    'too-many':
      'Das war zu oft in kurzer Zeit. Nichts ist verloren; warten Sie ein wenig und versuchen Sie es noch einmal.',
    busy: 'Der Server hat gerade viel zu tun. Nichts wurde gespeichert; warten Sie ein wenig und versuchen Sie es noch einmal.',
    cancelled: 'Abgebrochen. Nichts wurde gespeichert.',
    internal:
      'Auf dem Server ist etwas schiefgegangen. Was vorher gespeichert war, ist sicher; versuchen Sie es gleich noch einmal.',
  },
  notUtf8: 'Die Anfrage ist kein JSON in UTF-8. Es wurde nichts unternommen.',
  noFile: {
    kept: 'Das Formular hat kein Feld „file“ mit einer Datei. Nichts wurde gespeichert.',
    broughtIn: 'Das Formular hat kein Feld „file“ mit einer Datei. Nichts wurde übernommen.',
  },
  unkept: '{what} Nichts wurde gespeichert.',
  notBroughtIn: '{what} Nichts wurde übernommen.',
  chapterNeeded:
    'Das ist ein Buch mit mehreren Kapiteln. Wählen Sie eines: Die Vorschau zählt sie auf. Nichts wurde gespeichert.',
  noSuchFormat: 'Mögliche Formate sind {known}. Nichts wurde geschrieben.',
  takenInPart:
    'Die Diskussion hat {written, number} von {of, plural, one {# Anmerkung} other {# Anmerkungen}} angenommen und dann keine mehr. Was geschrieben ist, bleibt; sobald sie wieder Anmerkungen annimmt, fügt dieselbe Datei den Rest hinzu.',
  addressOnRoster:
    'Jemand anders auf dieser Kursliste hat diese E-Mail-Adresse, deshalb wurde nichts geändert.',
  annotation: {
    noPassage:
      'Die zitierte Stelle kommt in diesem Text nicht oder nicht nur einmal vor. Nichts wurde geschrieben.',
    nothingAnswered:
      'Die Anmerkung, auf die diese antwortet, ist nicht in dieser Diskussion. Nichts wurde geschrieben.',
  },
  archive: {
    held: 'Der Server kann gerade nicht speichern, deshalb wurde das Archiv nicht geöffnet. Nichts davon wurde gespeichert; versuchen Sie es nach einer Weile noch einmal.',
    interrupted:
      'Das Schreiben wurde unterbrochen, deshalb wurde das Archiv nicht geöffnet. Nichts davon wurde gespeichert; versuchen Sie es noch einmal.',
    refused:
      'Etwas in diesem Archiv wird hier nicht angenommen ({code}), deshalb wurde es nicht geöffnet. Nichts davon wurde gespeichert; lassen Sie sich ein anderes geben.',
    noReason: 'ohne Angabe von Gründen',
    noText: 'Das Archiv enthält einen Text, dem die Worte fehlen. Nichts wurde angelegt.',
    forAll:
      'Was zu allen Gruppen einer Aufgabe gesagt war, ist hier eine einfache Anmerkung: Andere Gruppen gibt es nicht.',
    leftOut:
      '{left, plural, one {# Eintrag ist ausgelassen: Diese Version weiß nicht, was er ist, oder das Archiv sagt nicht, von wem.} other {# Einträge sind ausgelassen: Diese Version weiß nicht, was sie sind, oder das Archiv sagt nicht, von wem.}}',
  },
  roster: {
    nothing: 'Niemand wurde hinzugefügt.',
    line: 'Zeile {line}: {message}',
    more: 'Und {more, number} weitere.',
  },
  web: {
    'not-an-address':
      'Das ist keine Adresse einer Webseite. Nichts wurde geholt. Kopieren Sie die ganze Adresse aus der Adresszeile des Browsers; sie beginnt mit https:// oder http://.',
    'address-with-password':
      'Diese Adresse enthält einen Benutzernamen oder ein Passwort. Nichts wurde geholt. Nehmen Sie heraus, was vor dem @ steht, und versuchen Sie es noch einmal.',
    'address-port':
      'Seiten werden nur über die üblichen Ports des Webs geholt, 80 und 443, und diese Adresse führt zu einem anderen. Nichts wurde gespeichert. Speichern Sie die Seite als Datei und übernehmen Sie diese.',
    'address-literal':
      'Diese Adresse führt zu einer Nummer statt zu einem Namen, und solche werden nicht geholt. Nichts wurde gespeichert. Nehmen Sie den Namen der Website.',
    'address-not-public': `Unter diesem Namen wurde keine öffentliche Website gefunden. Prüfen Sie ihn auf Tippfehler. ${instead}`,
    'too-many-redirects': `Diese Adresse führt immer weiter, ohne Ende. ${instead}`,
    unreachable: `Die Website hat nicht geantwortet oder abgebrochen. Versuchen Sie es nach einer Weile noch einmal. ${instead}`,
    'page-refused': `Die Website gibt diese Seite nicht an Fremde oder hat sie nicht mehr. ${instead}`,
    'page-type':
      'Unter dieser Adresse ist keine Webseite, kein reiner Text und kein PDF. Nichts wurde gespeichert. Laden Sie herunter, was dort ist, und übernehmen Sie es als Datei.',
    'page-broken': `Was die Website gesendet hat, ist beschädigt. Versuchen Sie es nach einer Weile noch einmal. ${instead}`,
    'page-too-large': `Was unter dieser Adresse ist, ist größer als 5 MB. ${instead}`,
    'page-too-slow': `Die Website hat länger als zehn Sekunden gebraucht. Versuchen Sie es nach einer Weile noch einmal. ${instead}`,
  },
  misfit: {
    done: '{fault}. Es wurde nichts unternommen.',
    doneAt: '{path}: {fault}. Es wurde nichts unternommen.',
    kept: '{fault}. Nichts wurde gespeichert.',
    keptAt: '{path}: {fault}. Nichts wurde gespeichert.',
    made: '{fault}. Nichts wurde angelegt.',
    madeAt: '{path}: {fault}. Nichts wurde angelegt.',
  },
  unlike: 'Das ist anders als erwartet ({what})',
  fault: {
    'name-not-text': 'Der Name muss Text sein',
    'name-empty': 'Der Name darf nicht leer sein',
    'name-too-long': 'Der Name darf höchstens {maxName, number} Zeichen lang sein',
    'title-not-text': 'Der Titel muss Text sein',
    'title-empty': 'Der Titel darf nicht leer sein',
    'title-too-long': 'Der Titel darf höchstens {maxTitle, number} Zeichen lang sein',
    'email-not-text': 'Die E-Mail-Adresse muss Text sein',
    'email-too-long': 'Die E-Mail-Adresse ist zu lang',
    'email-unlike': 'Das ist keine E-Mail-Adresse',
    'password-not-text': 'Das Passwort muss Text sein',
    'password-too-short': 'Das Passwort muss mindestens 8 Zeichen haben',
    'password-too-long': 'Das Passwort darf höchstens 256 Zeichen haben',
    'time-not-text': 'Die Zeit muss Text sein',
    'time-unlike': 'Die Zeit muss aussehen wie 2030-01-31T12:00:00Z',
    'group-too-long': 'Eine Gruppe oder ein Teilkurs hat höchstens {maxGroup, number} Zeichen',
    'group-too-small': 'Eine Gruppe hat mindestens ein Mitglied',
    'nobody-in-it': 'Es ist niemand darin',
    'nobody-to-mail': 'Es gibt niemanden, an den etwas ginge',
    'prompt-too-long': 'Der Arbeitsauftrag hat höchstens {maxPrompt, number} Zeichen',
    'time-zone-unknown': 'Diese Zeitzone ist nicht bekannt',
    'reason-needed': 'Eine abweichende Note braucht einen Grund',
    'reason-too-long': 'Der Grund darf höchstens 1000 Zeichen lang sein',
    'comment-empty': 'Der Textbaustein darf nicht leer sein',
    'comment-too-long': 'Der Textbaustein darf höchstens 2000 Zeichen lang sein',
    'hold-empty': 'Schreiben Sie, worum es geht',
    'days-not-whole': 'Termine verschieben sich um ganze Tage',
    'days-too-far': 'Das ist weiter als vier Jahre',
    'level-nameless': 'Eine Stufe braucht einen Namen',
    'criterion-nameless': 'Ein Kriterium braucht einen Namen',
    'criterion-levels': 'Ein Kriterium braucht mindestens zwei Stufen',
    'rubric-nameless': 'Das Bewertungsraster braucht einen Namen',
    'rubric-empty': 'Ein Bewertungsraster braucht ein Kriterium',
    'rubric-too-long': 'Ein Bewertungsraster hat höchstens 20 Kriterien',
    'rubric-ids': 'Kriterien und Stufen brauchen je eine eigene ID',
    'text-empty': 'der Text ist leer',
    'paragraph-too-long': 'ein Absatz ist zu lang',
    'paragraph-not-plain':
      'ein Absatz muss eine Zeile in NFC sein, die nicht leer ist und nichts Unsichtbares enthält',
    'too-many-paragraphs': 'mehr als {max, number} Absätze',
    'too-many-bytes': 'mehr als {max, number} Bytes',
  },
} as const;
