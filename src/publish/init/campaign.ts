import {DATE} from '../../feed/fields.js';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import {nextObservance} from '../../feed/sections/observances.js';
import type {Locale} from '../../i18n/locale-data.js';
import {escapeMarkdown, escapeMarkup} from '../render/escape.js';
import {langAttributes} from '../render/html.js';
import type {RenderOptions} from '../render/options.js';
import {elementHtml, scriptTag, type Shown} from '../render/snippet.js';
import type {Answers} from './questions.js';

/* The folder of a new campaign: its feed, a page to try it on, and what to do next. */

const figureOf = ({figureId, figureTitle, value, qualifier, asOf, source, sourceUrl, definition}: Answers) => ({
  id: figureId ?? 'count',
  title: figureTitle,
  value: Number(value),
  // The only unit that there is; a figure of another id says what it counts by its title.
  ...(figureId === 'held' ? {unit: 'political-prisoner'} : {}),
  ...(qualifier ? {qualifier} : {}),
  asOf,
  source: {name: source, ...(sourceUrl ? {url: sourceUrl} : {})},
  definition,
});

const observanceOf = ({observance, observanceDay = '', zone}: Answers) => ({
  id: 'day',
  title: observance,
  ...(DATE(observanceDay) ? {dates: [observanceDay]} : {yearly: observanceDay}),
  ...(zone ? {zone} : {}),
});

/**
 * A first feed. What was not answered is not in it: a number that nobody knows is no number, and never 0.
 * `now` is an instant in UTC, to the second.
 */
export const newFeed = (answers: Answers, now: string): object => {
  const {id, title, home, lang, slogan, call, observance} = answers;
  return {
    version: 1,
    serial: 1,
    issued: now,
    id,
    title,
    ...(home ? {home} : {}),
    lang,
    ...(answers.value === undefined ? {} : {figures: [figureOf(answers)]}),
    ...(observance ? {observances: [observanceOf(answers)]} : {}),
    ...(slogan ? {campaigns: [{id: 'main', slogan, call, ...(observance ? {observance: 'day'} : {})}]} : {}),
  };
};

/** What the page can show of a feed. */
const shownIn = ({figures: [figure], observances, campaigns: [campaign]}: Feed, today: string): Shown[] => {
  const next = nextObservance(observances, () => today);
  return [
    ...(figure ? [{widget: 'counter', figure} as const] : []),
    ...(next ? [{widget: 'countdown', next} as const] : []),
    ...(campaign ? [{widget: 'banner', campaign} as const] : []),
  ];
};

const pageOf = (feed: Feed, title: string, options: RenderOptions) => {
  const widgets = shownIn(feed, options.today).map((shown) => elementHtml(shown, options));
  return `<!doctype html>
<!--
  A page to try the feed on. It needs the library beside it: put the folder "dist" of the package solidarity-widgets
  here, and call it "solidarity". Then open the page from a web server: a page opened from the disk may not load a
  feed, and shows its own words, as does a page whose reader has no JavaScript.
-->
<html${langAttributes(options.lang)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
${scriptTag('solidarity/solidarity.js', {feed: 'feed.json', serial: feed.serial})}
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
${widgets.length ? widgets.join('\n\n') : '<!-- The feed has nothing to show yet: add a figure, a day or a campaign. -->'}
</body>
</html>
`;
};

const readme = (title: string) => `# ${escapeMarkdown(title)}

This folder is the beginning of a campaign's feed. \`feed.json\` is what the widgets show on every page that has them.
\`index.html\` is a page to try them on.

Work in this folder: open a terminal in it and type the commands as they stand here.

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

It says what is wrong, and where. What is wrong would not be shown.

## 3. Sign

A signature proves that the feed is yours: somebody who breaks into the web server cannot change the number or the
links. Make the key once, outside this folder, and never put it on the web:

\`\`\`sh
solidarity-feed keygen --out ../daily.key
\`\`\`

Then sign each new feed:

\`\`\`sh
solidarity-feed sign feed.json --key ../daily.key --out feed.signed
\`\`\`

A signature ends after some days; sign again before. You can begin without one and add it later. Once pages count on
your key, have three: \`solidarity-feed keygen --help\` says why.

## 4. Upload

Put \`feed.json\` (or \`feed.signed\`) on your web site, and beside it a folder \`solidarity\` with the library: it is the
folder \`dist\` of the package solidarity-widgets. Use the same address each time, so that pages find the new feed.

To try it before, put the library into this folder as \`solidarity\`, and look at \`index.html\` through a web server.

## 5. Embed

\`\`\`sh
solidarity-feed render snippet feed.json --script https://YOUR-SITE/solidarity/solidarity.js --src https://YOUR-SITE/feed.json
\`\`\`

prints the HTML to paste into a page. With a signed feed name \`feed.signed\` in \`--src\`, and give \`--key\` the public key
that \`keygen\` printed. \`--widget countdown\`, \`banner\` and \`ways\` show other parts of the feed.

Where no script is allowed, there are \`solidarity-feed render badge\` (a picture), \`render ics\` (a calendar) and
\`render jsonfeed\` (news). \`solidarity-feed --help\` tells all.
`;

/** The files of a new campaign by name, from valid answers; `locale` is that of their language. */
export const campaignFiles = (answers: Answers, locale: Locale, now: string): Readonly<Record<string, string>> => {
  const json = newFeed(answers, now);
  const {feed, problems} = parseFeed(json);
  if (!feed || problems.length) throw new Error(`a new feed that does not hold: ${problems.join('; ')}`);
  const {title = '', lang = 'en'} = answers;
  const today = now.slice(0, 10);
  return {
    'feed.json': `${JSON.stringify(json, null, 2)}\n`,
    'index.html': pageOf(feed, title, {locale, lang, feed, links: 'all', today}),
    'README.md': readme(title),
  };
};
