/** The guide for those who manage studies, in English. What stands in bold are words of the interface: a test compares them. */

export const researchers = `
## The way in seven steps

1. Make a **New study** under **Studies**. It has a codebook and a first round from the start.
2. **Add articles**: drag files onto the page, look at them, take them.
3. See under **Codebook** what is asked, and change what should be otherwise.
4. Make a link for the role Annotator under **Team**, and send it.
5. Assign the articles under **Rounds**: so many people for each article.
6. See under **Progress** who has come how far; answer under **Questions** what is unclear.
7. Download the dataset under **Take out**.

## Articles

Texts (txt, md), saved web pages (html) and tables with an article a row (csv, tsv, jsonl) are taken, many at once too. Each file has its own report, and each goes in whole or not at all.

Before they are taken everything can be checked: what is headline, paragraph or caption, title, outlet, date and language, the encoding. After that not a character of an article changes, for each mark stands at a place of this text. The same text a second time is recognised. What does not belong goes out again by **Withdraw this article …** at the foot of its page; whose readings would go too is said before.

## Codebook

**Change the codebook** makes a draft: tags with definition, colour, line and key, questions about each mark and about the whole article, parts, guidelines. All who manage the study work on the same draft. Where two have changed the same thing, the second sees both versions and chooses.

The draft is published as the next version, which then never changes. Rounds in which nothing is marked yet go along at once; the others go on reading with their version until they are moved. Before that it says what becomes of the marks. A tag that has been used is retired, not removed.

Each version can be had as JSON and as Markdown; as JSON it comes in again, too.

## Team

**Make a link** gives an invitation that is shown only once. It holds for one person or for many, and expires. Who has no account yet makes one there; no address is needed.

- **Manager**: articles, codebook, rounds, team, questions, progress.
- **Annotator**: reads and marks, without seeing the readings of others.
- **Adjudicator**: sees everybody's readings, under pseudonyms.
- **Reader**: sees articles, codebook and rounds.

Somebody can have several roles. Who leaves or is taken out leaves the readings behind under the pseudonym; what still waits unsent in a browser can be taken along there as a file.

## Rounds

A round without assignments is for everybody, with all articles. **Assign articles …** plans who reads what: how many people for each article, at most how many articles for each person, who never reads the same. **Show the plan** shows all of it, also what does not work out; only **Assign like this** counts. The seed of the lot is kept: the same seed makes the same plan. Everything can be changed by hand.

A **New round** begins closed. In training the reference reading stands beside one's own after each article that was handed in. A round can ask that somebody has come close enough to it in a training.

A reference is made of readings: whoever is to make it reads in a round of their own and hands in; there, under **Make a reference, compare with it**, stands **Take as reference** then. The notes become the reasons.

Articles with a reference reading can be read by everybody, unrecognised among the others; the **Comparison with the reference** then shows how close each person comes, and **Passage by passage** where. Under **Feedback** in the round it can be switched on that everybody sees this of their own reading, once they are through. Nobody sees the reference of an article as long as their own reading of it can be changed, in any open round.

## Agreement

**Agreement** shows for each round how alike the finished readings are: **How alike are the readings?** with intervals, **Who reads like whom?**, **Why two part where they do**, the passages in which they part, and **From the beginning to the end of the work** how it went, once ten articles have been finished here by two. Beside each number stands what it says, what is reached in this field and where it comes from; the **Methods paragraph** is there to be taken over. Passages of articles that one still reads oneself stay hidden.

## Questions

What somebody asked about a passage stands under **Questions**, with a way to the passage. The answer is seen by all who mark. **Into the guidelines as an example** takes the passage with question and answer into the draft of the codebook.

## Progress

Who has read what, how densely and with what people mark, how that changes, and how it stands beside the others of the same articles. Each picture has its table, and both can be had as files. **Who is where: articles and people** shows for each article of a round with whom it is open, begun or handed in. A number that lies far off means: otherwise, not worse.

## Data

The dataset in the format Lesart is complete: text, codebook, rounds, each mark with its words. CSV has a row for each mark; there are other formats for other programs. Before the download it says, in numbers, what a format cannot carry. Positions count Unicode characters, as Python and R count them. People are called a1, a2 and so on in it; names go along only where the managers have said so of a person.

The same works on the command line, and \`agreement\` measures agreement:

    npm run --silent lesart -- export --format csv --out study.csv
    npm run --silent lesart -- agreement study.lesart.jsonl
`
