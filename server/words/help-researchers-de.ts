/** The guide for those who manage studies, in German. What stands in bold are words of the interface: a test compares them. */

export const researchers = `
## Der Weg in sieben Schritten

1. Unter **Studien** eine **Neue Studie** anlegen. Sie hat gleich ein Codebuch und eine erste Runde.
2. **Artikel hinzufügen**: Dateien auf die Seite ziehen, ansehen, übernehmen.
3. Unter **Codebuch** ansehen, was gefragt wird, und ändern, was anders sein soll.
4. Unter **Team** einen Link für die Rolle Markieren machen und verschicken.
5. Unter **Runden** die Artikel verteilen: so viele Personen je Artikel.
6. Unter **Fortschritt** sehen, wer wie weit ist; unter **Fragen** beantworten, was unklar ist.
7. Unter **Export** den Datensatz herunterladen.

## Artikel

Genommen werden Texte (txt, md), gespeicherte Webseiten (html) und Tabellen mit einem Artikel je Zeile (csv, tsv, jsonl), auch viele auf einmal. Jede Datei bekommt ihren eigenen Bericht, und jede geht ganz hinein oder gar nicht.

Vor dem Übernehmen lässt sich alles prüfen: was Überschrift, Absatz oder Bildunterschrift ist, Titel, Medium, Datum und Sprache, die Zeichenkodierung. Danach ändert sich an einem Artikel kein Zeichen mehr, denn jede Markierung steht an einer Stelle dieses Textes. Derselbe Text ein zweites Mal wird erkannt. Was nicht hineingehört, geht am Fuß seiner Seite mit **Artikel zurückziehen …** wieder hinaus; wessen Lesarten mitgingen, steht vorher da.

## Codebuch

**Codebuch ändern** macht einen Entwurf: Tags mit Definition, Farbe, Linie und Taste, Fragen an jede Markierung und zum ganzen Artikel, Teile, Leitlinien. Alle, die die Studie leiten, arbeiten am selben Entwurf. Haben zwei dasselbe geändert, sieht die zweite Person beide Fassungen und wählt.

Veröffentlicht wird der Entwurf als nächste Fassung; die ändert sich dann nie mehr. Runden, in denen noch nichts markiert ist, gehen gleich mit; die anderen lesen mit ihrer Fassung weiter, bis sie umgestellt werden. Vorher steht da, was aus den Markierungen wird. Ein Tag, der schon vergeben ist, wird stillgelegt und nicht entfernt.

Jede Fassung gibt es als JSON und als Markdown; als JSON kommt sie auch wieder hinein.

## Team

**Link machen** gibt einen Einladungslink, der nur einmal gezeigt wird. Er gilt für eine oder für viele Personen und läuft ab. Wer noch kein Konto hat, macht sich dort eines; eine Adresse wird nicht gebraucht.

- **Leitung**: Artikel, Codebuch, Runden, Team, Fragen, Fortschritt.
- **Markieren**: liest und markiert, ohne die Lesarten der anderen zu sehen.
- **Schlichten**: sieht die Lesarten aller, unter Pseudonym.
- **Mitlesen**: sieht Artikel, Codebuch und Runden.

Jemand kann mehrere Rollen haben. Wer geht oder herausgenommen wird, lässt die Lesarten unter dem Pseudonym zurück; was noch ungesendet in einem Browser wartet, kann die Person dort als Datei mitnehmen.

## Runden

Eine Runde ohne Zuweisungen ist für alle, mit allen Artikeln. **Artikel verteilen …** plant, wer was liest: wie viele Personen je Artikel, höchstens wie viele Artikel je Person, wer nie denselben liest. **Plan zeigen** zeigt ihn ganz, auch was nicht aufgeht; erst **So zuweisen** gilt. Der Startwert des Losens bleibt stehen: Derselbe Startwert ergibt denselben Plan. Von Hand ändern lässt sich alles.

Eine **Neue Runde** beginnt geschlossen. In einer Übung steht nach jedem abgegebenen Artikel die Referenzlesart daneben. Eine Runde kann verlangen, dass jemand ihr in einer Übung nahe genug gekommen ist.

Eine Referenz entsteht aus Lesarten: Wer sie machen soll, liest in einer Runde für sich und gibt ab; dort unter **Referenz machen, mit ihr vergleichen** steht dann **Als Referenz nehmen**, mit den Notizen als Gründen.

Artikel mit Referenzlesart können alle lesen, unerkannt zwischen den anderen; der **Vergleich mit der Referenz** zeigt dann, wie nah jede Person ihr kommt, und **Stelle für Stelle** wo. Unter **Rückmeldung** in der Runde lässt sich einschalten, dass alle das für die eigene Lesart selbst sehen, wenn sie fertig sind. Die Referenz eines Artikels sieht niemand, solange die eigene Lesart davon noch zu ändern ist, auch nicht in einer anderen laufenden Runde.

## Übereinstimmung

**Übereinstimmung** zeigt für jede Runde, wie ähnlich die fertigen Lesarten sind: **Wie ähnlich sind die Lesarten?** mit Intervallen, **Wer liest wie wer?**, **Woran es liegt, wenn zwei sich trennen**, die Stellen, an denen sie sich trennen, und **Vom Anfang bis zum Ende der Arbeit** den Verlauf, sobald zehn Artikel hier von zweien fertig gelesen sind. Bei jeder Zahl steht, was sie sagt, was in diesem Feld erreicht wird und wo sie herkommt; der **Methodenabsatz** ist zum Übernehmen. Stellen aus Artikeln, die man selbst noch liest, bleiben verborgen.

## Fragen

Was jemand an einer Stelle gefragt hat, steht unter **Fragen**, mit einem Weg zu der Stelle. Die Antwort sehen alle, die markieren. **Als Beispiel in die Leitlinien** nimmt die Stelle mit Frage und Antwort in den Entwurf des Codebuchs.

## Fortschritt

Wer hat was gelesen, wie dicht und womit wird markiert, wie ändert sich das, und wie steht es neben den anderen derselben Artikel. Jedes Bild hat seine Tabelle, beides gibt es als Datei. **Wer ist wo: Artikel und Personen** zeigt für jeden Artikel einer Runde, bei wem er offen, angefangen oder abgegeben ist. Eine Zahl, die weit weg liegt, heißt: anders, nicht schlechter.

## Daten

Der Datensatz im Format Lesart ist vollständig: Text, Codebuch, Runden, jede Markierung mit ihren Wörtern. CSV hat eine Zeile je Markierung; andere Formate gibt es für andere Programme. Vor dem Herunterladen steht da, was ein Format nicht aufnehmen kann, mit Zahlen. Stellen zählen in Unicode-Zeichen, wie Python und R sie zählen. Personen heißen darin a1, a2 und so fort; Namen gehen nur mit, wo die Leitung es bei der Person so gesagt hat.

Auf der Befehlszeile geht dasselbe, und \`agreement\` misst die Übereinstimmung:

    npm run --silent lesart -- export --format csv --out studie.csv
    npm run --silent lesart -- agreement studie.lesart.jsonl
`
