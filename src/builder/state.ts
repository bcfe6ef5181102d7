import {DATE_OR_TIME} from '../feed/sections/events.js';
import {SOURCE_LOCALE} from '../i18n/language.js';
import {localeOf} from '../publish/render/locales.js';
import {build, type AttributeData, type ElementData} from './build-data.js';

/* What was chosen. The fragment of the address has it, which is not sent to the server: so it can be shared. */

/** How the widget gets into the page. */
export const FORMS = ['script', 'tag', 'link', 'frame', 'pinned', 'npm', 'static'] as const;
export type Form = (typeof FORMS)[number];
export const WIDTHS = ['phone', 'column', 'full'] as const;
export type Width = (typeof WIDTHS)[number];

export interface State {
  readonly element: ElementData;
  /** BCP 47, one of ours. */
  readonly lang: string;
  /** The attributes that are set; `''` for a boolean one. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly form: Form;
  /** The title of a date of one's own. */
  readonly title: string;
  /** The height to reserve, in CSS pixels. */
  readonly height?: number;
  /** The folder of the script, where it is not the builder's own; with its slash. */
  readonly base?: string;
  /** Of the preview. */
  readonly width: Width;
  readonly isDark: boolean;
}

/** Attributes that are not offered: the feed is the one beside the builder, and the time is the present one. */
const HIDDEN = ['src', 'now'];
/** First what most pages want. */
const ORDER = ['counter', 'countdown', 'banner', 'ways', 'trend', 'people'];

const rank = ({tag}: ElementData) => [...ORDER, nameOf(tag)].indexOf(nameOf(tag));

/** `counter` of `solidarity-counter`. */
export const nameOf = (tag: string) => tag.replace(/^solidarity-/, '');

export const elements: readonly ElementData[] = [...build.elements].sort((a, b) => rank(a) - rank(b));

/** The attributes of an element that can be chosen: its own first. */
export const attributesOf = ({attributes}: ElementData): AttributeData[] =>
  attributes.filter(({name}) => !HIDDEN.includes(name)).sort((a, b) => +a.isCommon - +b.isCommon);

/** The first 200 characters, not cut through one of two code units: half of it cannot be in an address. */
const cut = (text: string) => text.slice(0, 200).replace(/[\uD800-\uDBFF]$/, '');

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((one) => one === value);

/** A value that an attribute can have; undefined for one that it ignores. */
const valid = ({type, values, standard}: AttributeData, value: string | null): string | undefined => {
  if (value === null) return undefined;
  if (type === 'boolean') return '';
  if (type === 'number') return /^\d{1,9}$/.test(value) ? value : undefined;
  return values ? oneOf(values, value === standard ? null : value) : cut(value);
};

/** Of a whole address: `your.site:8080` has none. */
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/**
 * A folder's address, with its slash; undefined for what is no http address. As people write one, it begins with the name of
 * the host.
 */
export const folderOf = (address: string): string | undefined => {
  const given = address.trim();
  const whole = SCHEME.test(given) ? given : `https://${given.replace(/^\/+/, '')}`;
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) return undefined;
  const {hostname, origin, pathname} = new URL(whole);
  if (whole !== given && !/^[\w.-]+\.[\w-]+$/.test(hostname)) return undefined;
  return origin + pathname.replace(/[^/]*\.(html|js)$/, '').replace(/\/*$/, '/');
};

/** The state in a fragment (`#widget=counter&lang=be`); what it does not say, or wrongly, has its default. */
export const readState = (fragment: string, languages: readonly string[]): State => {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const element = elements.find(({tag}) => nameOf(tag) === given.get('widget')) ?? elements[0]!;
  const lang = [given.get('lang') ?? '', ...languages].map((tag) => tag && localeOf(tag)).find(Boolean);
  const set = attributesOf(element).flatMap((attribute) => {
    const value = valid(attribute, given.get(attribute.name));
    return value === undefined ? [] : [[attribute.name, value]];
  });
  const height = given.get('reserve') ?? '';
  return {
    element,
    lang: lang || SOURCE_LOCALE,
    attributes: Object.fromEntries(set) as Record<string, string>,
    form: oneOf(FORMS, given.get('form')) ?? 'script',
    title: cut(given.get('title') ?? '').trim(),
    height: /^\d{1,4}$/.test(height) ? +height : undefined,
    base: folderOf(given.get('base') ?? ''),
    width: oneOf(WIDTHS, given.get('preview')) ?? 'column',
    isDark: given.get('page') === 'dark',
  };
};

/** The fragment that `readState` reads, without what is the default. */
export const writeState = (state: State): string => {
  const {element, lang, attributes, form, title, height, base, width, isDark} = state;
  const said = {
    widget: nameOf(element.tag),
    lang,
    ...attributes,
    form: form === 'script' ? undefined : form,
    title: title || undefined,
    reserve: height?.toString(),
    base,
    preview: width === 'column' ? undefined : width,
    page: isDark ? 'dark' : undefined,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value !== undefined) params.set(name, value);
  return `#${params}`;
};

/** Whether a countdown has a date of its own and no observance to give it a title. */
export const needsTitle = ({element, attributes: {to = '', observance}}: State) =>
  nameOf(element.tag) === 'countdown' && DATE_OR_TIME(to) && !observance;
