import type {html as Html} from 'lit/html.js';
import {LINK} from '../feed/fields.js';
import {formatNumber} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import {msg} from '../i18n/localize.js';
import type {AmplifyDraft} from './amplify-draft.js';

/* The networks that a message can be posted to: how they count, the address that opens their own form, and their list. */

/** A network. Nothing is requested of it before the reader follows the link. */
export interface Network {
  readonly name: string;
  /** The longest post. */
  readonly max?: number;
  /** How long a text is, as the network counts. */
  length?(text: string): number;
  /** The address of its form with a text; undefined while the reader's own server is not known. */
  address(text: string, server: string): string | undefined;
}

const URLS = /https?:\/\/\S+/g;
/** What X and Mastodon count for every link. */
const LINK_LENGTH = 23;

/** What a reader sees as one character. Engines before 2024 count code points, which are never fewer. */
const graphemes = (text: string): string[] =>
  'Segmenter' in Intl ? [...new Intl.Segmenter().segment(text)].map(({segment}) => segment) : [...text];

const withShortLinks = (text: string) => text.replace(URLS, '_'.repeat(LINK_LENGTH));

/** The code points that X counts as one: Latin to Georgian, and most punctuation. All others are two. */
const LIGHT = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;

const weightOf = (grapheme: string) =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme)
    ? 2
    : [...grapheme].reduce((sum, letter) => {
        const code = letter.codePointAt(0)!;
        return sum + (LIGHT.some(([from, to]) => from <= code && code <= to) ? 1 : 2);
      }, 0);

/** The host of a server, however a reader writes it: `example.social`, `@me@example.social`, `https://example.social/@me`. */
export const hostOf = (server: string): string | undefined => {
  const host = server
    .trim()
    .replace(/^https?:\/\//, '')
    .split('/')[0]!
    .split('@')
    .at(-1)!;
  return LINK(`https://${host}`) ? host : undefined;
};

/** A half of an emoji, which a program that cuts texts may leave, cannot be in an address. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** VK and OK are not among them: they hand data of their users over to the authorities. */
export const NETWORKS: readonly Network[] = [
  {
    name: 'Bluesky',
    max: 300,
    length: (text) => graphemes(text).length,
    address: (text) => `https://bsky.app/intent/compose?text=${encode(text)}`,
  },
  {
    name: 'X',
    max: 280,
    length: (text) => graphemes(withShortLinks(text.normalize())).reduce((sum, one) => sum + weightOf(one), 0),
    address: (text) => `https://x.com/intent/post?text=${encode(text)}`,
  },
  {name: 'Telegram', address: (text) => `https://t.me/share/url?url=${encode(text)}`},
  {name: 'WhatsApp', address: (text) => `https://wa.me/?text=${encode(text)}`},
  {
    name: 'Mastodon',
    max: 500,
    length: (text) => graphemes(withShortLinks(text)).length,
    address: (text, server) => {
      const host = hostOf(server);
      return host && `https://${host}/share?text=${encode(text)}`;
    },
  },
];

/** The address of a new e-mail. */
export const mailAddress = (text: string) => `mailto:?body=${encode(text)}`;

/** What the list of networks shows. */
export interface NetworkOptions {
  /** Lit's, which this module does not import: it is a request of its own. */
  readonly html: typeof Html;
  readonly text: string;
  readonly draft: AmplifyDraft;
  /** Whether networks are linked, or only named. */
  readonly mayLink: boolean;
  readonly locale: Locale;
  /** For keys that are pressed in a field. */
  readonly stopShortcut: (event: KeyboardEvent) => void;
}

/** The networks, each with its link and how long the text is for it, and the field for the reader's server. */
export const renderNetworks = ({html, text, draft, mayLink, locale, stopShortcut}: NetworkOptions) => {
  const renderLink = (href: string, name: string) =>
    html`<a
      part="link"
      href=${href}
      rel="noopener noreferrer external nofollow"
      referrerpolicy="no-referrer"
      target=${href.startsWith('mailto:') ? '_self' : '_blank'}
      >${name}</a
    >`;
  const renderLength = ({max, length}: Network) => {
    if (!max) return '';
    const n = length!(text);
    const [now, most] = [n, max].map((number) => formatNumber(number, locale.data));
    return html`<span part=${n > max ? 'length over' : 'length'}
      >${now}/${most}${n > max ? [' ', html`<strong>${msg('too long', {id: 'amplify.long'})}</strong>`] : ''}</span
    >`;
  };
  const renderNetwork = (network: Network) => {
    const address = mayLink && network.address(text, draft.server);
    return html`<li part="network" translate="no">
      ${address ? renderLink(address, network.name) : html`<span>${network.name}</span>`} ${renderLength(network)}
    </li>`;
  };
  const onServer = (event: Event) => {
    event.stopPropagation();
    draft.setServer((event.currentTarget as HTMLInputElement).value);
  };
  return html`<ul part="networks" role="list">
      ${NETWORKS.map(renderNetwork)}
      ${
        mayLink
          ? html`<li part="network">${renderLink(mailAddress(text), msg('E-mail', {id: 'amplify.email'}))}</li>`
          : ''
      }
    </ul>
    ${
      mayLink
        ? html`<label part="server"
            >${msg('Your Mastodon server', {id: 'amplify.server'})}<input
              id="server"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              dir="ltr"
              .value=${draft.server}
              @input=${onServer}
              @keydown=${stopShortcut}
              @keypress=${stopShortcut}
              @keyup=${stopShortcut}
          /></label>`
        : ''
    }`;
};
