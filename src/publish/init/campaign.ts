import {DATE} from '../../feed/fields.js';
import {parseFeed, type Feed} from '../../feed/parse-feed.js';
import {nextObservance} from '../../feed/sections/observances.js';
import type {Locale} from '../../i18n/locale-data.js';
import {escapeMarkup} from '../render/escape.js';
import {langAttributes} from '../render/html.js';
import type {RenderOptions} from '../render/options.js';
import {elementHtml, scriptTag} from '../render/snippet.js';
import type {Shown} from '../render/shown.js';
import type {Answers} from './questions.js';
import {readme} from './readme.js';

/* The files of a new campaign: its feed, a page to try it on, and a README with the next steps. */

const figureFrom = ({
  figureId = 'count',
  figureTitle,
  value,
  qualifier,
  asOf,
  source,
  sourceUrl,
  definition,
}: Answers) => ({
  id: figureId,
  title: figureTitle,
  value: Number(value),
  ...(qualifier && {qualifier}),
  // The id `held` is used only where political prisoners are counted.
  ...(figureId === 'held' && {unit: 'political-prisoner'}),
  asOf,
  source: {name: source, ...(sourceUrl && {url: sourceUrl})},
  definition,
});

const observanceFrom = ({observance, observanceDay = '', zone}: Answers) => ({
  id: 'day',
  title: observance,
  ...(DATE(observanceDay) ? {dates: [observanceDay]} : {yearly: observanceDay}),
  ...(zone && {zone}),
});

/** A first feed; `now` is an instant in UTC. What was not answered is left out: an unknown number is never 0. */
const newFeed = (answers: Answers, now: string): object => {
  const {id, title, home, lang, slogan, call, observance} = answers;
  return {
    version: 1,
    serial: 1,
    issued: now,
    id,
    title,
    ...(home && {home}),
    lang,
    ...(answers.value !== undefined && {figures: [figureFrom(answers)]}),
    ...(observance && {observances: [observanceFrom(answers)]}),
    ...(slogan && {campaigns: [{id: 'main', slogan, call, ...(observance && {observance: 'day'})}]}),
  };
};

/** The widgets that can show something of a feed. */
const widgetsFor = ({figures: [figure], observances, campaigns: [campaign]}: Feed, today: string): Shown[] => {
  const next = nextObservance(observances, () => today);
  return [
    ...(figure ? [{widget: 'counter', figure} as const] : []),
    ...(next ? [{widget: 'countdown', next} as const] : []),
    ...(campaign ? [{widget: 'banner', campaign} as const] : []),
  ];
};

const page = (feed: Feed, title: string, options: RenderOptions) => {
  const widgets = widgetsFor(feed, options.today).map((shown) => elementHtml(shown, options));
  return `<!doctype html>
<!--
  A page to try the feed on. It needs the folder "solidarity": solidarity-feed publish feed.json --out solidarity
  Then open the page through a web server: a page that is opened from the disk cannot load a feed, and shows the fallback
  content, as it does for readers without JavaScript.
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

/** The files of a new campaign, by name. The answers must be valid; `locale` is the one for their language. */
export const campaignFiles = (answers: Answers, locale: Locale, now: string): Readonly<Record<string, string>> => {
  const json = newFeed(answers, now);
  const {feed, problems} = parseFeed(json);
  if (!feed || problems.length) throw new Error(`the new feed is invalid: ${problems.join('; ')}`);
  const {title = '', lang = 'en'} = answers;
  return {
    'feed.json': `${JSON.stringify(json, null, 2)}\n`,
    'index.html': page(feed, title, {locale, lang, feed, links: 'all', today: now.slice(0, 10)}),
    'README.md': readme(title),
  };
};
