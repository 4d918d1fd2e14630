/** The guide for those who teach, in German: three lessons in our own words, and templates for data protection. */

export const instructors = `
## Vor der Stunde

1. Allein ausprobieren: Der Workshop zur Probe auf der Startseite hat 24 simulierte Teilnehmende. Gehen Sie einmal durch alle Phasen und sehen Sie sich Wand und Bericht an.
2. Einen Workshop vorbereiten, oder unten eine der drei Stunden mit einem Klick beginnen. *Allein ausprobieren* in der Leitung legt denselben Workshop noch einmal mit simulierten Teilnehmenden an; der eigentliche bleibt unberührt.
3. Im Raum prüfen, ob die Telefone die Adresse erreichen. In einem Schulnetz muss der Server auf allen Karten lauschen (\`--host 0.0.0.0\`); steht er hinter einem Namen, sagt ihn \`LESART_URL\`. Unter dem Code an der Wand steht, wenn Telefone die Adresse nicht erreichen können.
4. Für alle ohne Telefon den Artikel auf Papier drucken. Er hat dieselben Zeilennummern wie die Wand.
5. Das Informationsblatt austeilen (Vorlage unten).

Drei Sätze, die durch jede Stunde tragen: Berichten heißt nicht wahr. Wiedergeben heißt nicht bloß Meinung. Deuten heißt nicht falsch. Gefragt ist nur, wer spricht.

## Stunde 1: Wer spricht hier? (45 Minuten)

Ziel: Bericht, Wiedergabe und Deutung an einem ganzen Artikel unterscheiden und die eigene Entscheidung an Wörtern begründen. Geeignet ab Klasse 8. Text: „Ostermünde schließt das Hallenbad“ oder „Harwick Bay gives under-18s free buses“. Beide sind für diesen Zweck geschrieben, die Ereignisse sind erfunden, über zwei Fünftel sind Bericht.

- 0 bis 4: Code an der Wand, alle treten bei. Niemand gibt einen Namen ein; das Pseudonym lässt sich neu würfeln.
- 4 bis 9: Die drei Fragen an je einem Satz aus der Überschrift und dem ersten Absatz. Probe für die Deutung: Satz streichen. Fehlt danach etwas, das man nachprüfen kann?
- 9 bis 21: Markieren, jeder für sich und still. Die Wand zeigt, wie viel markiert ist, und nicht als was.
- 21 bis 31: Gemeinsam ansehen. Eine Art nach der anderen zeigen (Tasten 1, 2, 3), dann mit D die drei Stellen, an denen sich die Klasse am meisten teilt. An jeder zuerst die kleinere Gruppe begründen lassen.
- 31 bis 40: Referenz. Sie ist eine Lesart, nicht die richtige. Frage: Wo habt ihr bessere Gründe?
- 40 bis 45: Ein Satz auf Papier: An welchem Wort habe ich gemerkt, wer spricht? Bericht drucken.

## Stunde 2: Wo wir uns teilen (45 Minuten)

Ziel: erfahren, dass geübte Leserinnen und Leser verschieden lesen, und lernen, darüber mit Gründen zu streiten. Text: einer der drei Artikel; der erste ist dicht und eignet sich ab Klasse 10.

- 0 bis 4: Beitreten, Auftrag: nur markieren, wovon ihr überzeugt seid.
- 4 bis 14: Markieren, still.
- 14 bis 22: Zu zweit vergleichen. Wer anders markiert hat, nennt das Wort, an dem es hängt. Niemand muss sich einigen.
- 22 bis 32: Gemeinsam ansehen, am meisten geteilte Stellen zuerst. Stimmen lesen: Wer hat nichts markiert, und warum?
- 32 bis 39: Noch einmal markieren. Beide Durchgänge bleiben getrennt.
- 39 bis 45: Vorher und nachher. Wo hat ein Argument jemanden bewegt? Wo bleibt der Streit, und ist das schlimm? Im Bericht steht dazu α, mit einem Satz, was die Zahl sagt.

## Stunde 3: Zweimal lesen (90 Minuten)

Ziel: Sprache als Wahl begreifen, indem man sie selbst trifft. Text: zuerst einer der beiden geschriebenen Artikel, danach der erste.

- 0 bis 10: Beitreten und die drei Fragen.
- 10 bis 25: Markieren, still.
- 25 bis 35: Zu zweit vergleichen.
- 35 bis 50: Gemeinsam ansehen: am meisten geteilt, dann am meisten einig.
- 50 bis 60: Schreiben, auf Papier. Jede und jeder nimmt eine Stelle, an der die Redaktion deutet, und schreibt sie so um, dass eine Nachrichtenagentur sie drucken würde. Zwei Fassungen vorlesen: Was ging verloren?
- 60 bis 70: Noch einmal markieren; vorher und nachher ansehen.
- 70 bis 80: Referenz, und die Anteile von Klasse und Referenz.
- 80 bis 90: Ausblick mit dem zweiten Artikel: Überschrift und Vorspann an die Wand, ohne Telefone. Wer spricht hier? Hausaufgabe ist der Rest, auf Papier.

## Wenn etwas dazwischenkommt

- Das Netz fällt aus: Was markiert ist, wartet auf den Telefonen und geht später hinaus. Die Wand sagt, dass sie den letzten Stand zeigt.
- Ein Telefon ist leer: Mit dem Wiederherstellungscode geht es auf einem anderen weiter.
- Jemand stört: ausblenden oder herausnehmen, in der Leitung des Workshops. Die Wand zeigt nie etwas, das jemand geschrieben hat.
- Weniger als fünf haben markiert: Es gibt noch kein Bild, denn es ließe auf einzelne schließen.
- Die Klasse soll nicht hinsehen: F friert die Wand ein, B macht sie dunkel, 0 verdeckt die Markierungen.

## Informationsblatt (Vorlage, Art. 13 DSGVO)

Diese Vorlage ist keine Rechtsberatung. Was in eckigen Klammern steht, setzt die Schule ein; ihre Datenschutzbeauftragten sehen sie vorher an.

- Verantwortlich: [Name und Anschrift der Schule, Schulleitung]. Datenschutzbeauftragte: [Name, Erreichbarkeit].
- Wozu: gemeinsames Lesen eines Zeitungsartikels im Unterricht. Rechtsgrundlage: [Schulgesetz des Landes, Paragraf; Art. 6 Abs. 1 Buchst. e DSGVO].
- Was verarbeitet wird: die Markierungen im Text, Antworten auf Fragen dazu, ein gewürfeltes Pseudonym aus einer Farbe und einem Tier, Zeitpunkte der Markierungen. Ein Cookie hält die Verbindung zum Workshop.
- Was nicht verarbeitet wird: kein Name, keine E-Mail-Adresse, kein Konto. Die Adresse des Geräts wird für Grenzen gegen Missbrauch nur im Arbeitsspeicher gebraucht und nicht gespeichert. Nichts wird bei Dritten geladen.
- Wer es sieht: die Lehrkraft die Markierungen unter Pseudonym; die Klasse nur Zahlen ab fünf Personen, und einzelne Lesarten nur, wenn das vorher angekündigt ist.
- Wo: auf dem Server [Ort, Betreiber; bei einem Dienstleister: Vertrag nach Art. 28 DSGVO].
- Wie lange: [30] Tage nach dem Ende des Workshops, dann wird es von selbst gelöscht. Sicherungskopien enthalten keine Teilnehmenden.
- Rechte: Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch. Weil keine Namen bekannt sind, geht das mit dem Wiederherstellungscode auf dem eigenen Gerät: dort lassen sich die eigenen Markierungen herunterladen und löschen. Beschwerde: [Aufsichtsbehörde des Landes].
- Müssen alle mitmachen? Wer kein Telefon benutzen will oder soll, liest denselben Artikel auf Papier. Daraus entsteht kein Nachteil. Entscheidungen, die ein Computer allein trifft, gibt es nicht.

Bitte schreibt in Bemerkungen nichts über euch oder andere.

## Eintrag im Verzeichnis von Verarbeitungstätigkeiten (Vorlage, Art. 30 DSGVO)

Auch diese Vorlage ist keine Rechtsberatung.

- Bezeichnung: Workshops mit Lesart im Unterricht. Verantwortlich: [Schule]. Ansprechperson: [Name].
- Zweck: Medienbildung, Lesen und Vergleichen von Zeitungsartikeln.
- Betroffene: Schülerinnen und Schüler der Klassen [ ], Lehrkräfte.
- Daten der Schülerinnen und Schüler: Pseudonym, Markierungen, Antworten, Zeitpunkte, Prüfwert des Wiederherstellungscodes, Sitzungs-Cookie. Der Lehrkräfte: Anmeldename, Prüfwert des Kennworts.
- Besondere Kategorien (Art. 9): keine. Nach politischer Einstellung wird nicht gefragt.
- Empfänger: keine; bei einem Dienstleister: [Name, Vertrag nach Art. 28]. Übermittlung in Drittländer: keine.
- Löschung: selbsttätig [30] Tage nach dem Ende, jederzeit vorher durch die Lehrkraft oder auf dem eigenen Gerät.
- Technische und organisatorische Maßnahmen: keine Namen, Zugang durch einen Code mit Grenzen gegen Raten, Anmeldung der Lehrkräfte mit Kennwort (Argon2), Zahlen erst ab fünf Personen, Sicherungen ohne Teilnehmende, keine fremden Inhalte; [Verschlüsselung des Servers, Zugang zum Raum].
- Folgenabschätzung (Art. 35): in der Regel nicht nötig; [Begründung der Schule].
`
