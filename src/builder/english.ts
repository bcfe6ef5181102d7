import type {Form} from './state.js';

/*
 * The builder's words in English. Those in other languages are in words/, as JSON, with the same keys; what is missing there is
 * in English. They are not messages (`msg`): those are in the languages of the elements, which every reader of a partner's
 * page would then load with the builder's words.
 */

interface AttributeWords {
  readonly label: string;
  readonly hint?: string;
  readonly values?: Readonly<Record<string, string>>;
}

export const english = {
  title: 'Build a widget',
  lead: 'Choose, look at the preview, and copy the lines into your page. Nothing that you choose here is sent or stored.',
  demos: 'Demo pages',
  loading: 'The feed is loading …',
  noFeed:
    'The feed could not be loaded: {reason}. The builder needs it for the figures. Put feed.json beside builder.html, or reload the page.',

  widget: 'Widget',
  widgets: {
    counter: ['Counter', 'How many are held, with date and source'],
    countdown: ['Countdown', 'Time until the next day of solidarity'],
    banner: ['Banner', 'Slogan, call and link of the campaign'],
    ways: ['Ways to help', 'What a reader can do now'],
    trend: ['Trend', 'The history of a figure as a chart'],
    people: ['People', 'Who is held, who is free, and since when'],
    events: ['Events', 'Coming events, each with a file for the calendar'],
    map: ['Map', 'Towns that acted in solidarity'],
    photos: ['Photos', 'With consent, credit and licence'],
    amplify: ['A message to post', 'With the figure, its date and source; slogans, posters'],
  } as Readonly<Record<string, readonly [name: string, what: string]>>,

  content: 'Content',
  appearance: 'Appearance',
  more: 'More options',
  language: 'Language',
  missingLanguage:
    'The feed does not have all texts of this widget in the chosen language ({language}): it will be in English, or in another of the reader’s languages.',
  noLanguage: '{language} could not be loaded: {reason}.',
  tryAgain: 'Try again',
  noHosts: 'The hosts of photos cannot be in an address: the widget loads those of the feed’s host alone.',
  attributes: {
    figure: {label: 'Figure'},
    compare: {label: 'Second figure', hint: 'Its id, such as women.'},
    person: {label: 'One person', hint: 'The id in the feed. Without it: all.'},
    status: {label: 'Only these states', hint: 'Such as “held”, or “released home”.'},
    observance: {label: 'Day', hint: 'Without a choice: the next one.'},
    campaign: {label: 'Campaign'},
    message: {label: 'Message'},
    orientation: {label: 'Orientation', values: {landscape: 'Landscape', portrait: 'Portrait'}},
    variant: {
      label: 'Form',
      values: {
        card: 'Card',
        headline: 'Headline, for wide places',
        badge: 'Badge, one line',
        inline: 'Part of a sentence',
        message: 'A message to share',
        slogans: 'The slogan in all languages',
        board: 'Information board',
        poster: 'Poster',
      },
    },
    change: {label: 'Show the change since an earlier date'},
    trend: {label: 'Show the history as a chart'},
    'count-up': {label: 'Count up to the number once', hint: 'Not for readers who prefer reduced motion.'},
    to: {label: 'Or a date of your own'},
    zone: {
      label: 'Time zone',
      hint: 'Such as Europe/Warsaw, or “local” for the reader’s own. Default: that of the day.',
    },
    units: {label: 'Units', hint: 'None chosen: those that fit the distance.'},
    direction: {label: 'Direction', values: {down: 'Count down', up: 'Count up, from the last day'}},
    position: {
      label: 'Position',
      values: {
        inline: 'In the page',
        top: 'Stays at the top of the window: put it first in the body',
        bottom: 'Stays at the bottom: put it last in the body',
      },
    },
    dismiss: {
      label: 'Close button',
      values: {
        memory: 'Closes until the page is loaded again; stores nothing',
        session: 'Closes until the tab is closed; stores that',
        local: 'Closes for good; stores that',
        none: 'No close button',
      },
    },
    audience: {
      label: 'For whom',
      values: {
        everyone: 'Everyone',
        parliamentarians: 'Parliamentarians',
        journalists: 'Journalists',
        municipalities: 'Municipalities',
      },
    },
    category: {label: 'Only these categories'},
    exclude: {label: 'Leave out'},
    country: {label: 'Country', hint: 'Two letters, such as PL; several are separated by spaces.'},
    town: {label: 'Town'},
    event: {label: 'Event'},
    past: {label: 'Show past events, too'},
    view: {label: 'Map', values: {europe: 'Europe', world: 'World'}},
    year: {label: 'Year'},
    hosts: {label: 'Hosts of photos', hint: 'Besides that of the feed, such as photos.example.org.'},
    limit: {label: 'How many are shown at first'},
    heading: {label: 'Level of its headings', hint: 'From 2 to 6, so that they fit the outline of your page.'},
    look: {
      label: 'Look',
      values: {
        campaign: 'Campaign: the red of the flag',
        newsroom: 'Newsroom: your page’s own type and colours',
        contrast: 'High contrast: black on white, or white on black',
        memorial: 'Memorial: dark and quiet',
      },
    },
    theme: {
      label: 'Light or dark',
      values: {auto: 'As your page', light: 'Always light', dark: 'Always dark'},
    },
    links: {
      label: 'Links',
      hint: 'In Belarus a link to a site that is listed as “extremist” is punishable. If you are read there, do not choose “All”.',
      values: {
        all: 'All',
        unlisted: 'Only to pages that are known to be listed in no country',
        none: 'None',
      },
    },
    refresh: {label: 'Load the feed again every … seconds', hint: 'At least 300. Empty: once.'},
  } as Readonly<Record<string, AttributeWords>>,
  standard: 'Default',
  first: 'The first of the feed',
  since: 'Since',
  sinceHint: 'Empty: a year before the count.',
  ownTitle: 'Title of your date',

  reserve: 'Reserve a height (px)',
  reserveHint: 'So that nothing in your page moves when the widget appears. In the preview it is {measured} px high.',
  tallestHint: 'In its tallest language: {narrow} px in a column of 320 px, {wide} px in one of 640 px and more.',
  reserveUse: 'Use {height} px',

  preview: 'Preview',
  stage: 'A page with the widget',
  previewWidth: 'Width',
  widths: {phone: 'Phone, 320 px', column: 'Column, 640 px', full: 'Full width'},
  page: 'Page',
  pages: {light: 'Light page', dark: 'Dark page'},
  sentence: 'A sentence of your own page, with the number in it: ',

  form: 'How do you put it into your page?',
  forms: {
    script: ['Script', 'The files stay up to date by themselves. For most pages.'],
    tag: ['One tag', 'The script names the widget, which appears after it. For places that take a script alone.'],
    link: ['Link', 'Editors that remove tags keep links. The script is on the site once.'],
    frame: [
      'Frame or address',
      'A page of its own. The address alone, on a line of its own, works in WordPress for all roles.',
    ],
    pinned: ['Pinned script', 'The browser runs exactly this version, checked by its hash. For newsrooms.'],
    npm: ['npm', 'The code becomes part of your own bundle. For developers.'],
    static: ['Text only', 'No script, so it does not change. For newsletters, RSS and AMP.'],
  } as Readonly<Record<Form, readonly [name: string, what: string]>>,
  base: 'Address of the files',
  baseHint: 'The folder on your web server that has solidarity.js and feed.json.',
  localBase:
    'These addresses work on this computer alone. Upload the folder to your web server and open the builder there, or write its address here.',
  insecureBase: 'Pages with https do not load files by http.',

  snippet: 'Copy this',
  places: {
    page: 'Where the widget is to appear',
    site: 'Once on the site, in the head of its pages',
    around: 'In a script of the page, so that the frame is as high as the widget',
    terminal: 'In a terminal',
    script: 'In your code',
    style: 'In your style sheet',
  },
  copy: 'Copy',
  copied: 'Copied.',
  selected: 'Selected: press Ctrl+C, or ⌘C.',
  nothing: 'The feed has nothing for this widget today.',
  noTitle: 'The title of your own date cannot be in an address: the widget shows the date alone.',
  serialNote:
    'The text between the tags is from the feed of today. It is what is read without JavaScript, and if anything fails.',
  noPage:
    'There is no {file} beside builder.html, so the address leads nowhere. The feed tool writes it: solidarity-feed publish, or render embed.',
  staticNote: 'The text is from the feed of today, and does not change by itself.',
  share: 'Link to this choice',

  facts: 'What it loads, stores and needs',
  loads: 'It loads',
  file: 'File',
  bytes: 'Bytes, compressed by Brotli',
  total: 'Requests: {count}',
  loadsNothing: 'It loads nothing.',
  bundled: 'The code is in your own bundle.',
  stores: 'It stores',
  storesNothing: 'Nothing: no cookies, no storage, no identifiers.',
  storage: {
    session: 'Only if a reader closes the banner: that it was closed, in this tab (sessionStorage). No cookies.',
    local: 'Only if a reader closes the banner: that it was closed, in this browser (localStorage). No cookies.',
  },
  policy: 'Content security policy',
  policyHint: 'If your page has one, it must allow:',
  policyNothing: 'Nothing to allow.',
  policyLit:
    "If it has trusted-types, that must list lit-html; if your page uses Lit, too: lit-html 'allow-duplicates'.",
  privacy: 'For your privacy notice',
  privacyLoads:
    'Some pages show a widget of the Solidarity Widgets. The reader’s browser loads its code and figures from {host}.',
  privacyFigures: 'Some pages show figures of the Solidarity Widgets. The reader’s browser loads them from {host}.',
  privacyServer:
    'As with every request on the web, that server sees the reader’s IP address. It does not learn which page is read.',
  privacyData: 'The widget sets no cookies and collects no data.',
  privacyStorage: {
    none: 'It stores nothing on the reader’s device.',
    session: 'If a reader closes the banner, the browser remembers that until the tab is closed.',
    local: 'If a reader closes the banner, the browser remembers that until its data are cleared.',
  },
  privacyStatic: 'It is text of your own page: there is nothing to add.',
  pageLanguage: 'Language of this page',
  /** That nobody who speaks the language has read the translation. */
  unreviewed: '',
};
