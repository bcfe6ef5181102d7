import {embedPath} from '../publish/render/embed-path.js';
import {build} from './build-data.js';
import {pinned} from './source.js';
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

/** What elements load besides their chunks, by name, before the reader does anything. */
const MORE: Readonly<Record<string, (attributes: State['attributes']) => readonly string[]>> = {
  counter: ({change, trend, look, 'count-up': countUp}) => [
    ...(change === undefined && trend === undefined ? [] : ['history-chart']),
    ...(countUp === undefined || look === 'memorial' ? [] : ['count-up']),
  ],
  trend: () => ['history-chart'],
  map: ({view = 'europe'}) => ['map-view', `map-${view}`],
  amplify: ({variant = 'message'}) => [variant === 'message' ? 'amplify-networks' : 'slogan-board'],
};

const request = (file: string, kind: FileRequest['kind']): FileRequest => ({file, kind, bytes: build.bytes[file]});

const moreOf = ({element, attributes}: State) => MORE[nameOf(element.tag)]?.(attributes) ?? [];

/** The chunks of an element with its attributes: each once. */
const chunksOf = (state: State): string[] => {
  const upgrade = state.form === 'link' || state.form === 'tag' ? ['upgrade'] : [];
  const names = [...upgrade, 'core', state.element.tag, ...moreOf(state)];
  return [...new Set(names.flatMap((name) => build.chunks[name] ?? []))];
};

/** The files that a page with the script requests, where it has no other element of ours. */
export const requestsOf = (state: State): FileRequest[] => {
  const {form, lang, element} = state;
  if (form === 'static') return [];
  const frame = [embedPath(nameOf(element.tag), lang, 'html'), 'embed.css', 'embed.js'].map((file) => `embed/${file}`);
  const feed = request(pinned.feedFile, 'data');
  if (form === 'npm') return [feed];
  const names = form === 'pinned' ? [`${lang}.all`] : [lang, `${lang}.${nameOf(element.tag)}`];
  const data = [...names, ...moreOf(state)].flatMap((name) => build.localeFiles[name] ?? []);
  return [
    ...(form === 'frame' ? frame.map((file) => request(file, 'page')) : []),
    request(form === 'pinned' ? 'solidarity.all.js' : 'solidarity.js', 'script'),
    ...(form === 'pinned' ? [] : chunksOf(state).map((file) => request(file, 'module'))),
    ...data.map((file) => request(file, 'data')),
    feed,
  ];
};

/** Other hosts that photos are loaded from: only an element of the page itself can name them. */
export const photoHostsOf = ({attributes: {hosts = ''}, form}: State): string[] =>
  form === 'script' || form === 'pinned' || form === 'npm'
    ? hosts.split(/\s+/).filter((host) => /^[\w.-]+(:\d+)?$/.test(host))
    : [];

/** What must be added to a page's content security policy; empty where nothing is requested. */
export const policyOf = (state: State, base: string): string => {
  const {element, form} = state;
  const {origin} = new URL(base);
  if (form === 'static') return '';
  if (form === 'frame') return `frame-src ${origin}`;
  return [
    ...(form === 'npm' ? [] : [`script-src ${origin}`]),
    `connect-src ${origin}`,
    ...(nameOf(element.tag) === 'photos' ? [`img-src ${[origin, ...photoHostsOf(state)].join(' ')}`] : []),
  ].join('; ');
};

/** Whether the code creates the policy `lit-html`, which a `trusted-types` of the page must then list. */
export const needsLitPolicy = (state: State): boolean => {
  const {form} = state;
  if (form === 'static' || form === 'frame') return false;
  return (form === 'pinned' ? ['solidarity.all.js'] : chunksOf(state)).some((file) => build.litFiles.includes(file));
};

/** Where a reader's own act is kept, if the page lets it be: `sessionStorage` or `localStorage`. */
export const storageOf = ({attributes: {dismiss}, form}: State): 'session' | 'local' | undefined =>
  form !== 'static' && (dismiss === 'session' || dismiss === 'local') ? dismiss : undefined;
