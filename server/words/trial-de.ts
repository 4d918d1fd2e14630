/** The words about trying the demonstration without an account, in German. */

export const trial = {
  offer: 'Markieren Sie selbst, ohne Konto und ohne Namen. Es zählt in keiner Auswertung mit.',
  begin: 'Ohne Konto ausprobieren',
  without: 'Ohne Konto',
  kept: 'Sie markieren ohne Konto, höchstens 200-mal. Ihre Markierungen zählen in keiner Auswertung mit und werden sieben Tage nach der letzten gelöscht.',
  sure: 'Ja, alles löschen, was ich hier markiert habe',
  erase: 'Jetzt löschen',
}
