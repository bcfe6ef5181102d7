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

## 3. Sign

A signature proves that the feed is yours: somebody who breaks into the web server cannot change the number or the
links. Create the key once, outside this folder, and never put it on the web:

\`\`\`sh
solidarity-feed keygen --out ../daily.key
\`\`\`

Then sign each new feed:

\`\`\`sh
solidarity-feed sign feed.json --key ../daily.key --out feed.signed
\`\`\`

A signature expires after some days; sign again before that. You can start without signatures and add them later. Once
pages pin your key, create three keys: \`solidarity-feed keygen --help\` says why.

## 4. Upload

Put \`feed.json\` (or \`feed.signed\`) on your web site, and beside it a folder \`solidarity\` with the library: it is the
folder \`dist\` of the package solidarity-widgets. Use the same address each time, so that pages find the new feed.

To try it first, copy the library into this folder as \`solidarity\`, and open \`index.html\` through a web server.

## 5. Embed

\`\`\`sh
solidarity-feed render snippet feed.json --script https://YOUR-SITE/solidarity/solidarity.js --src https://YOUR-SITE/feed.json
\`\`\`

prints the HTML to paste into a page. For a signed feed, give \`feed.signed\` to \`--src\`, and the public key that \`keygen\`
printed to \`--key\`. \`--widget\` names another element, such as \`countdown\` or \`ways\`.

Where scripts are not allowed, use \`solidarity-feed render badge\` (an image), \`render ics\` (a calendar) or
\`render jsonfeed\` (news). \`solidarity-feed --help\` lists all commands.
`;
