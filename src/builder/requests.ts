import {embedPath} from '../publish/render/embed-path.js';
import {build} from './build-data.js';
import {nameOf, type State} from './state.js';

/* What a page with the snippet requests, and what its security policy must allow. */

/** A file that is requested. */
export interface FileRequest {
  /** From the folder of the script. */
  readonly file: string;
  readonly kind: 'script' | 'module' | 'data' | 'page';
  /** Compressed by brotli; undefined for a file that the build does not know. */
  readonly bytes?: number;
}

/** Attributes, and elements, that need a module of their own, by its name. */
const MODULES: Readonly<Record<string, string>> = {
  change: 'history-chart',
  trend: 'history-chart',
  'count-up': 'count-up',
  'solidarity-trend': 'history-chart',
  'solidarity-map': 'map-view',
};

/** The module that a form of `solidarity-amplify` needs. */
const amplifyModule = ({variant = 'message'}: State['attributes']) =>
  variant === 'message' ? 'amplify-networks' : 'slogan-board';

const request = (file: string, kind: FileRequest['kind']): FileRequest => ({file, kind, bytes: build.bytes[file]});

/** The chunks of an element with its attributes: each once. */
const chunksOf = ({element, attributes, form}: State): string[] => {
  const upgrade = form === 'link' || form === 'tag' ? ['upgrade'] : [];
  const needed = [element.tag, ...Object.keys(attributes)].map((name) => MODULES[name] ?? '');
  const own = element.tag === 'solidarity-amplify' ? [amplifyModule(attributes)] : [];
  const names = [...upgrade, 'core', element.tag, ...needed, ...own];
  return [...new Set(names.flatMap((name) => build.chunks[name] ?? []))];
};

/** The files that a page with the script requests, where it has no other element of ours. */
export const requestsOf = (state: State): FileRequest[] => {
  const {form, lang, element} = state;
  if (form === 'static') return [];
  const frame = [embedPath(nameOf(element.tag), lang, 'html'), 'embed.css', 'embed.js'].map((file) => `embed/${file}`);
  const feed = request('feed.json', 'data');
  if (form === 'npm') return [feed];
  const names = form === 'pinned' ? [`${lang}.all`] : [lang, `${lang}.${nameOf(element.tag)}`];
  const shapes = element.tag === 'solidarity-map' ? [`map-${state.attributes.view ?? 'europe'}`] : [];
  const locales = [...names, ...shapes].flatMap((name) => build.localeFiles[name] ?? []);
  return [
    ...(form === 'frame' ? frame.map((file) => request(file, 'page')) : []),
    request(form === 'pinned' ? 'solidarity.all.js' : 'solidarity.js', 'script'),
    ...(form === 'pinned' ? [] : chunksOf(state).map((file) => request(file, 'module'))),
    ...locales.map((file) => request(file, 'data')),
    feed,
  ];
};

/** What must be added to a page's content security policy; empty where nothing is requested. */
export const policyOf = ({form}: State, base: string): string => {
  const {origin} = new URL(base);
  if (form === 'static') return '';
  if (form === 'frame') return `frame-src ${origin}`;
  return form === 'npm' ? `connect-src ${origin}` : `script-src ${origin}; connect-src ${origin}`;
};

/** Where a reader's own act is kept, if the page lets it be: `sessionStorage` or `localStorage`. */
export const storageOf = ({attributes: {dismiss}, form}: State): 'session' | 'local' | undefined =>
  form !== 'static' && (dismiss === 'session' || dismiss === 'local') ? dismiss : undefined;
