/** The guide for those who mark, in English. What stands in bold are words of the interface: a test compares them. */

export const annotators = `
## Begin

1. The start page says under **My articles** what there is to read. **Begin** opens the first article.
2. Read the article once as a whole, as in a newspaper.
3. Select words and say what they are: reporting, attribution or framing. The mark stands at once.
4. Answer in the card in the margin what the codebook asks.
5. At the end **Finish**. This hands the reading in and leads to the next open article.

Saving goes by itself. There is no button for it.

## Select and mark

- *With the mouse* drag over the words. Two clicks take a word, three the sentence. The selection snaps to words; with Alt held down it goes character by character.
- *With the keys* go into the text (Tab), then from word to word with the arrows. Shift makes the selection grow. \`S\` takes the sentence, \`A\` the quotation.
- *With the thumb* tap a word; for more, rest on it and then draw. At the foot stands what is selected; **Sentence** and **Quotation** take the whole of it.

Then press \`1\`, \`2\` or \`3\`, or choose in the bar at the selection. Marked words can be marked again: an evaluating word within an attribution is both.

What the tags mean stands in the **Codebook** (\`E\`). It opens beside the text at the tag in hand.

## The card

A click on a mark opens its card, and so does Enter. There the tag can be changed, the questions answered, and doubts stated under **How sure?** Who is not sure can say what would fit too, and why in a **Note**. **Retract** takes the mark away.

## Who says it?

An attribution has parts: the source (who says it), the cue (how we know, such as “said” or “according to”) and the content. Open the mark, select words, then press \`Q\`, \`C\` or \`I\`. What the text suggests stands there in grey with its reason; Enter takes it.

## Change something

**Undo** (Ctrl+Z) always works, also after a reload and in the next article. The edges of an open mark have grips to drag; after \`G\` the arrows move them. \`T\` splits a mark, \`V\` merges it with the next one.

## Without a connection

At the top stands **Saved**, or how many marks wait for a connection. What waits is kept by the browser and goes out by itself, even after days. Who has been signed out meanwhile signs in again in place.

Where something was changed elsewhere, both versions stand there: **Keep this version** or **Take this version**. What the server does not accept stays, with the reason; **Download** makes a file of it.

On a device that others use too, press **Hand the device on** at the end: it sends what waits first, and then deletes what the browser keeps.

## When something is unclear

**Ask a question** (\`F\`) asks those who manage the study, about the selected words or the whole article. The answer is seen by all who mark here, but not who asked. It stands beside the text and under **Answered questions**.

## The end of an article

- If there is nothing to find: **Nothing to mark**. That is a result, too.
- If it does not work: **Skip this article …**, with a reason.
- If it was too early: **Open again**, as long as the round runs.

Where the codebook asks about the whole article, the questions stand there at the end.

## What others see

Until one's own reading is handed in, nobody sees what others have marked, and others do not see it either. Files state a pseudonym. The name is seen by those who manage the study; so is how long an article took. **Pause** stops measuring the time.

In training the reference reading stands beside one's own after handing in, with its reasons. It is one reading among several. Where those who manage the study have switched it on for a round, one’s own can be laid beside it there too, once all of one’s own is read or the round is closed: on the start page with **Compare with the reference**. What is finished in the round stays as it is from then on.

## Read as you like

**Aa** sets the size of the text, the length of lines, colours and language, names at the marks, and line numbers that are the same on every screen. \`/\` searches in the article. The page can be printed; the cards follow as notes.
`
