/** What people are told where something did not work, in German. */

export const errors = {
  title: 'Das ging nicht',
  back: 'Zur Startseite',
  malformed: 'Die Anfrage ist nicht lesbar.',
  'too-large': 'Das ist zu groß.',
  'unsupported-media-type': 'In dieser Form lässt sich die Anfrage nicht lesen.',
  'sign-in': 'Dafür ist eine Anmeldung nötig.',
  'foreign-origin': 'Die Anfrage kam von einer fremden Seite und wurde nicht ausgeführt.',
  invalid: 'Die Angaben passen nicht.',
  'not-found': 'Diese Seite gibt es nicht, oder nicht mehr.',
  membershipEnded: 'In dieser Studie markieren Sie nicht mehr.',
  'action-reused': 'Unter dieser Kennung ist schon etwas anderes gespeichert.',
  'round-closed':
    'Hier kann nicht markiert werden: Die Runde ist geschlossen, oder der Artikel ist abgegeben oder übersprungen.',
  stale: 'Die Markierung wurde inzwischen geändert.',
  'quote-mismatch': 'An dieser Stelle des Artikels stehen andere Worte.',
  'nothing-to-write':
    'In diesem Format bliebe von dem, was gewählt ist, nichts übrig: noch hat niemand etwas davon gelesen, oder der Text fehlt.',
  'too-many': 'Zu viele Versuche. Bitte später noch einmal.',
  'too-many-visitors':
    'In der letzten Stunde haben schon viele ohne Konto angefangen. Bitte später noch einmal, oder mit einem Konto.',
  'too-many-marks': 'Mehr Markierungen gehen ohne Konto nicht.',
  'storage-full': 'Der Speicher des Servers ist voll. Es wurde nichts gespeichert.',
  'storage-busy': 'Der Server ist gerade beschäftigt. Bitte gleich noch einmal versuchen.',
  fault: 'Im Programm ist ein Fehler aufgetreten. Es wurde nichts gespeichert.',
}
