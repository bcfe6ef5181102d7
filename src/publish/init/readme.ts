import {escapeMarkdown} from '../render/escape.js';

/** The README of a new campaign's folder. */
export const readme = (title: string) => `# ${escapeMarkdown(title)}

This folder contains a new feed. \`feed.json\` is what the widgets show, on every page that uses them. \`index.html\` is a
page to try them on.

Open a terminal in this folder and type the commands below.

## 1. Edit

Open \`feed.json\` in a text editor and change what you like. With each change that you publish

- raise \`serial\` by one (1, 2, 3 …): pages never go back to an older feed;
- set \`issued\` to the time of the change, in UTC: \`2027-08-09T12:00:00Z\`.

A number always has the day on which it was counted, its source, and a sentence that says who is counted. If you do not
know a number, leave it out. Do not write 0, and do not guess.

## 2. Check

\`\`\`sh
solidarity-feed check feed.json
\`\`\`

It reports errors with their lines. Widgets do not show a section that has errors.

## 3. Keys

A signature proves that the feed is yours: somebody who breaks into the web server cannot change the number or the
links. Create the key once, outside this folder, and never put it on the web:

\`\`\`sh
solidarity-feed keygen --out ../daily.key
\`\`\`

You can start without signatures and add them later: then leave out \`--key\` below. Once pages pin your key, create three
keys: \`solidarity-feed keygen --help\` says why.

## 4. Publish

\`\`\`sh
solidarity-feed publish feed.json --out solidarity --url https://YOUR-SITE/solidarity/ --key ../daily.key
\`\`\`

writes all that you host into the folder \`solidarity\`: the widgets, the feed, the signed feed, embed pages, badges, previews,
calendars and more, in each language. It says how to install what pictures need. Publish again after each change, and once a
day, since a signature expires after seven days. A feed with errors changes nothing.

To look at it, type \`python3 -m http.server\`, or start another web server here, and open \`index.html\` through it.

## 5. Upload and embed

Upload the folder \`solidarity\` to your web site, to the same address each time, so that pages find the new feed. Then paste
a snippet from \`solidarity/snippets\` into a page, such as \`counter-en.html\`. Where scripts are not allowed, use the files that
end in \`.static.html\`, or an image from \`badges\`.

\`solidarity-feed --help\` lists all commands.
`;
