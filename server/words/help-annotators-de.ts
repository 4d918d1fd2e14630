/** The guide for those who mark, in German. What stands in bold are words of the interface: a test compares them. */

export const annotators = `
## Anfangen

1. Auf der Startseite steht unter **Meine Artikel**, was zu lesen ist. **Anfangen** öffnet den ersten Artikel.
2. Den Artikel einmal ganz lesen, wie in der Zeitung.
3. Wörter auswählen und sagen, was sie sind: Bericht, Wiedergabe oder Framing. Die Markierung steht sofort da.
4. In der Karte am Rand beantworten, was das Codebuch fragt.
5. Am Ende **Fertig**. Damit ist die Lesart abgegeben, und es geht zum nächsten offenen Artikel.

Gespeichert wird von selbst. Einen Knopf dafür gibt es nicht.

## Auswählen und markieren

- *Mit der Maus* über die Wörter ziehen. Zwei Klicks nehmen ein Wort, drei den Satz. Die Auswahl rastet an Wörtern ein; mit gehaltener Alt-Taste geht sie Zeichen für Zeichen.
- *Mit den Tasten* in den Text gehen (Tabulator), dann mit den Pfeiltasten von Wort zu Wort. Mit Umschalt wächst die Auswahl. \`S\` nimmt den Satz, \`A\` das Zitat.
- *Mit dem Daumen* ein Wort antippen; für mehr kurz liegen lassen und dann ziehen. Unten steht, was ausgewählt ist; **Satz** und **Zitat** nehmen das Ganze.

Dann \`1\`, \`2\` oder \`3\` drücken oder in der Leiste an der Auswahl wählen. Markierte Wörter lassen sich noch einmal markieren: Ein wertendes Wort in einer Wiedergabe ist beides.

Was die Arten bedeuten, steht im **Codebuch** (\`E\`). Es öffnet sich neben dem Text bei der Art, um die es gerade geht.

## Die Karte

Ein Klick auf eine Markierung öffnet ihre Karte, Eingabe auch. Dort lassen sich die Art ändern, die Fragen beantworten und unter **Wie sicher?** Zweifel angeben. Wer nicht sicher ist, kann sagen, was auch passen würde, und in einer **Notiz**, warum. **Zurücknehmen** nimmt die Markierung weg.

## Wer sagt es?

Eine Wiedergabe hat Teile: die Quelle (wer es sagt), das Hinweiswort (woran man es merkt, etwa „erklärte“ oder „laut“) und den Inhalt. Markierung öffnen, Wörter auswählen, dann \`Q\`, \`C\` oder \`I\`. Was der Text nahelegt, steht schon grau da, mit Begründung; Eingabe übernimmt es.

## Etwas ändern

**Rückgängig** (Strg+Z) geht immer, auch nach dem Neuladen und im nächsten Artikel. Die Grenzen einer offenen Markierung haben Griffe zum Ziehen; mit \`G\` verschieben sie die Pfeiltasten. \`T\` teilt eine Markierung, \`V\` verbindet sie mit der nächsten.

## Ohne Verbindung

Oben steht **Gespeichert** oder wie viele Markierungen auf Verbindung warten. Was wartet, bewahrt der Browser auf und schickt es von selbst ab, auch nach Tagen. Wer inzwischen abgemeldet ist, meldet sich an Ort und Stelle wieder an.

Wurde etwas anderswo geändert, stehen beide Fassungen da: **Diese Fassung behalten** oder **Diese Fassung übernehmen**. Nimmt der Server etwas nicht an, bleibt es stehen, mit dem Grund; **Herunterladen** macht eine Datei daraus.

Auf einem Gerät, das andere auch benutzen, am Schluss **Gerät weitergeben**: Das schickt erst ab, was wartet, und löscht dann, was der Browser aufbewahrt.

## Wenn etwas unklar ist

**Frage stellen** (\`F\`) fragt die Leitung der Studie, zu den ausgewählten Wörtern oder zum ganzen Artikel. Die Antwort sehen alle, die hier markieren, aber nicht, wer gefragt hat. Sie steht neben dem Text und unter **Beantwortete Fragen**.

## Das Ende eines Artikels

- Ist nichts zu finden: **Nichts zu markieren**. Auch das ist ein Ergebnis.
- Geht es nicht: **Artikel überspringen …**, mit einem Grund.
- War es zu früh: **Wieder öffnen**, solange die Runde läuft.

Fragt das Codebuch etwas zum ganzen Artikel, steht es dort am Ende.

## Was andere sehen

Solange die eigene Lesart nicht abgegeben ist, sieht niemand, was andere markiert haben, und andere sehen die eigene nicht. In Dateien steht ein Pseudonym. Den Namen sieht, wer die Studie leitet; auch, wie lange an einem Artikel gearbeitet wurde. **Anhalten** hält die Zeitmessung an.

In einer Übung steht nach dem Abgeben die Referenzlesart daneben, mit ihren Gründen. Sie ist eine Lesart unter mehreren. Hat die Leitung es für eine Runde eingeschaltet, lässt sich die eigene auch dort danebenlegen, sobald alles Eigene gelesen oder die Runde geschlossen ist: auf der Startseite mit **Mit der Referenz vergleichen**. Was in der Runde fertig ist, bleibt danach, wie es ist.

## Lesen, wie es passt

**Aa** stellt Schriftgröße, Zeilenlänge, Farben und Sprache ein, außerdem Namen an Markierungen und Zeilennummern, die auf jedem Bildschirm dieselben sind. \`/\` sucht im Artikel. Die Seite lässt sich drucken; die Karten stehen dann als Anmerkungen dahinter.
`
