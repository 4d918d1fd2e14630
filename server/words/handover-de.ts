/** The words of handing a shared device over, in German. */

export const handover = {
  title: 'Gerät weitergeben',
  text: 'Was dieser Browser für Lesart aufbewahrt, wird gelöscht: was noch zu senden ist, der Verlauf für „Rückgängig“, eigene Tasten und Ansichten. Die Anmeldung endet. Was gespeichert ist, bleibt auf dem Server.',
  finish: 'Fertig, Gerät weitergeben',
  stay: 'Hier bleiben',
  done: 'Bereit für die nächste Person',
  doneText: 'In diesem Browser ist nichts mehr, was von der vorigen Person ist.',
  toStart: 'Zur Startseite',
  script: {
    looking: 'Es wird nachgesehen, ob noch etwas zu senden ist …',
    sending: 'Noch zu senden: {n}. Das geht von selbst …',
    nothing: 'Alles ist gespeichert.',
    unsaved: 'Nicht gespeichert: {n}',
    lost: 'Wird das Gerät jetzt weitergegeben, ist verloren, was hier wartet.',
    offline: 'Keine Verbindung zum Server.',
    signedOut: 'Es gehört jemandem, der hier nicht angemeldet ist.',
    undecided:
      'Der Server nimmt es nicht an, oder es wurde inzwischen anderswo geändert. Im Artikel lässt sich das entscheiden.',
    inArticle: 'In diesem Artikel: {n}',
    signIn: 'Anmelden',
    retry: 'Noch einmal versuchen',
    download: 'Herunterladen',
    discard: 'Verwerfen und weitergeben',
    unreachable:
      'Die Anmeldung lässt sich gerade nicht beenden, weil der Server nicht zu erreichen ist. Es ist nichts gelöscht; bitte gleich noch einmal versuchen.',
    refused:
      'Der Browser hat nicht alles gelöscht. Bitte alle Fenster von Lesart schließen und es noch einmal versuchen.',
  },
}
