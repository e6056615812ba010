// What a page says that broke, in German.

export const broken = {
  title: 'Diese Seite hat nicht funktioniert',
  under:
    'Beim Aufbau ist etwas schiefgegangen. Was Sie gesagt und gespeichert hatten, ist sicher. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es der Person, die diesen Server betreibt.',
  again: 'Noch einmal versuchen',
  library: 'Zu Ihrer Bibliothek',
  forLog: 'Für das Protokoll:',
} as const;
