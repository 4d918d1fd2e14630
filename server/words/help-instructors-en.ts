/** The guide for those who teach, in English: three lessons in our own words, and templates for data protection. */

export const instructors = `
## Before the lesson

1. Try it alone: the demonstration workshop on the start page has 24 simulated participants. Walk through all its phases once, and look at the wall and the report.
2. Prepare a workshop, or begin one of the three lessons below with one press. *Try it alone* on the console makes the same workshop once more with simulated participants; the real one is not touched.
3. See in the room whether phones reach the address. On a school’s network the server must listen on all its cards (\`--host 0.0.0.0\`); where it has a name, \`LESART_URL\` says it. Under the code on the wall it says so where phones cannot reach the address.
4. Print the article on paper for those without a phone. It has the line numbers of the wall.
5. Hand out the information sheet (template below).

Three sentences that carry every lesson: to report does not mean true. To attribute does not mean mere opinion. To interpret does not mean wrong. The question is only who speaks.

## Lesson 1: Who speaks here? (45 minutes)

Aim: tell report, attribution and interpretation apart in a whole article, and give reasons by its words. From about age 13. Text: “Harwick Bay gives under-18s free buses”, or the German „Ostermünde schließt das Hallenbad“. Both were written for this, their events are invented, and more than two fifths of them report.

- 0 to 4: the code on the wall, everybody joins. Nobody types a name; the pseudonym can be rolled again.
- 4 to 9: the three questions, each at a sentence of the headline or the first paragraph. The test for interpretation: leave the sentence out. Is anything missing that could be checked?
- 9 to 21: marking, each alone and in silence. The wall shows how much is marked, and not as what.
- 21 to 31: looking together. Reveal one kind after the other (keys 1, 2, 3), then with D the three passages where the class parts most. At each of them let the smaller group give its reasons first.
- 31 to 40: the reference. It is one reading, not the right one. Ask: where are your reasons better?
- 40 to 45: one sentence on paper: by which word did I notice who speaks? Print the report.

## Lesson 2: Where we part (45 minutes)

Aim: find that practised readers read differently, and learn to argue about it with reasons. Text: one of the three articles; the first one is German and dense, for those of 16 and older.

- 0 to 4: join. The task: mark only what you are sure of.
- 4 to 14: marking, in silence.
- 14 to 22: comparing in pairs. Whoever marked otherwise names the word on which it hangs. Nobody has to agree.
- 22 to 32: looking together, the most disputed passages first. Read the votes: who marked nothing, and why?
- 32 to 39: marking once more. Both rounds are kept apart.
- 39 to 45: before and after. Where did an argument move somebody? Where does the dispute remain, and is that bad? The report has α for it, with a sentence about what the figure says.

## Lesson 3: Reading twice (90 minutes)

Aim: see language as a choice, by making the choice. Text: first one of the two written articles, then another one.

- 0 to 10: join, and the three questions.
- 10 to 25: marking, in silence.
- 25 to 35: comparing in pairs.
- 35 to 50: looking together: most disputed, then most agreed.
- 50 to 60: writing, on paper. Each takes a passage in which the newsroom interprets, and rewrites it so that a news agency would print it. Read two versions aloud: what was lost?
- 60 to 70: marking once more; look at before and after.
- 70 to 80: the reference, and the shares of class and reference.
- 80 to 90: an outlook on the second article: headline and opening on the wall, without phones. Who speaks here? The rest is homework, on paper.

## If something comes up

- The network fails: what is marked waits on the phones and goes out later. The wall says that it shows how things last stood.
- A phone is empty: with the recovery code one goes on with another.
- Somebody disturbs: hide or remove them, in the workshop’s console. The wall never shows anything that somebody wrote.
- Fewer than five have marked: there is no picture yet, for it would tell on single people.
- The class is not to look: F freezes the wall, B makes it dark, 0 covers the marks.

## Information sheet (template, Art. 13 GDPR)

This template is no legal advice. The school fills in what stands in square brackets; its data protection officer sees it first.

- Controller: [name and address of the school, head]. Data protection officer: [name, contact].
- What for: reading a newspaper article together in class. Legal basis: [the school law that applies; Art. 6(1)(e) GDPR].
- What is processed: marks in the text, answers to questions about them, a pseudonym that is rolled from a colour and an animal, the times of the marks. A cookie holds the connection to the workshop.
- What is not processed: no name, no e-mail address, no account. The address of the device is used in working memory only, for limits against abuse, and is not stored. Nothing is loaded from third parties.
- Who sees it: the teacher sees marks under pseudonyms; the class sees numbers only, from five people on, and single readings only where that was announced.
- Where: on the server [place, operator; with a processor: contract under Art. 28 GDPR].
- How long: [30] days after the end of the workshop, then it is deleted by itself. Backups hold no participants.
- Rights: access, rectification, erasure, restriction, objection. As no names are known, they are exercised with the recovery code on one’s own device, where one’s marks can be downloaded and erased. Complaints: [supervisory authority].
- Must everybody take part? Whoever does not want to use a phone, or is not to, reads the same article on paper, without any disadvantage. There are no decisions that a computer makes alone.

Please write nothing about yourselves or others into notes.

## Record of processing activities (template, Art. 30 GDPR)

This template is no legal advice either.

- Name: workshops with Lesart in class. Controller: [school]. Contact: [name].
- Purpose: media education, reading and comparing newspaper articles.
- Data subjects: pupils of the classes [ ], teachers.
- Data of pupils: pseudonym, marks, answers, times, a hash of the recovery code, a session cookie. Of teachers: name for signing in, a hash of the password.
- Special categories (Art. 9): none. Nobody is asked about political views.
- Recipients: none; with a processor: [name, contract under Art. 28]. Transfers to third countries: none.
- Erasure: by itself [30] days after the end, at any time before by the teacher or on one’s own device.
- Technical and organisational measures: no names, access by a code with limits against guessing, teachers sign in with a password (Argon2), numbers from five people on, backups without participants, no foreign content; [encryption of the server, access to the room].
- Impact assessment (Art. 35): as a rule not needed; [reasons of the school].
`
