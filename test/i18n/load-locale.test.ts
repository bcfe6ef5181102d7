import {expect} from '@open-wc/testing';
import {groupLoaders, loaders} from '../../src/i18n/cldr/index.js';
import {loadLocale, setLocaleLoader} from '../../src/i18n/load-locale.js';
import type {Locale} from '../../src/i18n/locale-data.js';
import {withMessages} from '../../src/i18n/message-group.js';

const ignore = () => {};

/** A locale loader that knows the files given, and counts its requests. */
const loaderOf = (tag: string, files: Record<string, object>) => {
  const requests: string[] = [];
  setLocaleLoader([tag], async (name) => {
    requests.push(name);
    if (!files[name]) throw new Error(name);
    return {tag: name, ...files[name]} as Locale;
  });
  return requests;
};

/** What is there when all is loaded. */
const settled = async (tag: string, load = loadLocale) => {
  await load(tag, ignore).settled;
  return load(tag, ignore).locale;
};
const withMap = withMessages('map');

describe('a group of messages', () => {
  afterEach(() => setLocaleLoader(Object.keys(loaders), (name) => (loaders[name] ?? groupLoaders[name]!)()));

  it('is added to the messages of its locale, each of which is loaded once', async () => {
    const requests = loaderOf('xa', {xa: {messages: {all: 'a'}}, 'xa.map': {messages: {'map.town': 'b'}}});
    const [locale, again] = [await settled('xa', withMap), await settled('xa', withMap)];
    expect(locale).to.deep.equal({tag: 'xa', messages: {all: 'a', 'map.town': 'b'}});
    expect(again === locale).to.equal(true);
    expect((await settled('xa'))?.messages).to.deep.equal({all: 'a'});
    expect(requests.sort()).to.deep.equal(['xa', 'xa.map']);
  });

  it('is not loaded by an element without one', async () => {
    const requests = loaderOf('xb', {xb: {}, 'xb.map': {}});
    await settled('xb');
    expect(requests).to.deep.equal(['xb']);
  });

  for (const [what, files] of [
    ['the group', {xc: {messages: {all: 'a'}}}],
    ['the locale', {'xd.map': {messages: {'map.town': 'b'}}}],
  ] as const)
    it(`that cannot be loaded with its locale is English as a whole: ${what} is missing`, async () => {
      const tag = Object.keys(files)[0]!.slice(0, 2);
      loaderOf(tag, files);
      expect((await settled(tag, withMap))?.tag).to.equal('en');
    });
});
