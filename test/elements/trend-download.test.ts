import {expect} from '@open-wc/testing';
import '../../src/define/solidarity-trend.js';
import {csvOf} from '../../src/elements/trend-download.js';
import {contrastBetween} from '../support/contrast.js';
import {contextOf} from '../support/describe.js';
import {part, show} from '../support/elements.js';
import {fakeClock} from '../support/fake-clock.js';
import {feedOf, inlineFeed} from '../support/feed.js';
import {correction, held, women} from '../support/samples.js';
import {nextTask, until} from '../support/wait.js';

const annotated = {
  ...held,
  annotations: [{date: '2025-12-13', text: {en: 'A <release> & more'}, source: {name: 'HRW'}}],
};

/** What a click on a button saves: the name and the bytes of the file. */
const saved = async (
  format: string,
  feed: object = {figures: [annotated]},
  attributes: Record<string, string> = {},
) => {
  const files: {name: string; blob: Blob}[] = [];
  const blobs: Blob[] = [];
  const {createObjectURL} = URL;
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return createObjectURL(blob);
  };
  const {click} = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    files.push({name: this.download, blob: blobs.at(-1)!});
  };
  try {
    const el = await show('solidarity-trend', {src: inlineFeed(feedOf(feed)), ...attributes});
    el.shadowRoot!.querySelector<HTMLElement>(`#${format}`)!.click();
    await until(() => files.length > 0);
    return files[0]!;
  } finally {
    Object.assign(URL, {createObjectURL});
    HTMLAnchorElement.prototype.click = click;
  }
};

/** Whether every line of a picture ends inside it, in the letters that the page has now. */
const expectLinesInside = async (blob: Blob) => {
  document.body.insertAdjacentHTML('beforeend', await blob.text());
  const svg = document.body.lastElementChild!;
  const widths = [...svg.querySelectorAll<SVGTextElement>(':scope > text')].map((node) => node.getComputedTextLength());
  svg.remove();
  expect(widths.length).to.be.greaterThan(6);
  expect(Math.max(...widths)).to.be.below(960 - 24);
};

describe('the files of <solidarity-trend>', () => {
  let clock: ReturnType<typeof fakeClock>;
  before(() => {
    clock = fakeClock('2026-03-20T12:00:00Z', ['Date']);
  });
  after(() => clock.uninstall());

  it('are CSV with title, ISO dates, digits, qualifier, source and definition', async () => {
    const {name, blob} = await saved('csv');
    expect(name).to.equal('held-2026-03-05.csv');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect((await blob.text()).replace('\ufeff', '').split('\r\n')).to.deep.equal([
      'figure,title,date,value,qualifier,source,url,note,definition',
      'held,Political prisoners,2024-08-09,1370,more-than,Office,,,In custody and recognised.',
      'held,Political prisoners,2025-02-28,1234,exact,Viasna,,,In custody and recognised.',
      'held,Political prisoners,2025-12-31,1131,exact,Viasna,,,In custody and recognised.',
      'held,Political prisoners,2026-03-05,1140,at-least,Pozirk,https://pozirk.example/1,,In custody and recognised.',
      '',
    ]);
  });

  it('have no field that a spreadsheet takes for a formula, and quote what needs it', async () => {
    const point = (name: string) => ({date: '2026-01-01', value: 1, source: {name}});
    const points = ['=HYPERLINK("x")', '+1', '-1', '@x', 'A, "B"'].map(point);
    const figure = {...held, qualifier: undefined} as never;
    const csv = csvOf({series: [{figure, points, peak: points[0]!}], remarks: [[]], context: await contextOf('en')});
    expect(
      csv
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',exact,')[1]!.replace(/,,,In custody.*/, '')),
    ).to.deep.equal([`"'=HYPERLINK(""x"")"`, "'+1", "'-1", "'@x", '"A, ""B"""']);
  });

  it('are SVG that is well-formed and says title, count, date, events and source', async () => {
    const {name, blob} = await saved('svg');
    expect(name).to.equal('held-2026-03-05.svg');
    const image = new DOMParser().parseFromString(await blob.text(), 'image/svg+xml');
    expect(image.querySelector('parsererror')).to.equal(null);
    const lines = [...image.querySelectorAll('svg > text')].map((node) =>
      node.textContent!.replace(/[\u2068\u2069]/g, ''),
    );
    expect(lines).to.include.members([
      'Political prisoners',
      'At least 1,140 people on 5 March 2026',
      'Who is counted? In custody and recognised.',
      '1. 13 December 2025: A <release> & more · HRW',
      'Source: Pozirk · 5 March 2026',
    ]);
    expect(image.querySelectorAll('path').length).to.be.greaterThan(4);
    expect(await blob.text()).to.not.contain('var(--');
  });

  it('are SVG whose lines end inside the picture', async () => {
    const title = 'Прызнаныя палітычнымі зняволенымі з 2020 года па сённяшні дзень, разам з вызваленымі '.repeat(2);
    const text = 'WWW mmm '.repeat(30);
    const figure = {...annotated, title: {en: title}, definition: {en: text.trim().toLowerCase()}};
    const {blob} = await saved('svg', {figures: [figure]});
    await expectLinesInside(blob);
  });

  it('are SVG whose lines end inside the picture also where the page has narrow letters, which are not in the file', async () => {
    const face = document.createElement('style');
    face.textContent = `
      @font-face { font-family: Narrow; src: local('DejaVu Sans'), local('Arial'), local('Liberation Sans'); size-adjust: 50%; }
      solidarity-trend { --solidarity-font: Narrow; }`;
    document.head.append(face);
    try {
      await document.fonts.load('16px Narrow');
      const figure = {...annotated, definition: {en: 'www mmm '.repeat(50).trim()}};
      const {blob} = await saved('svg', {figures: [figure]});
      face.remove();
      await expectLinesInside(blob);
    } finally {
      face.remove();
    }
  });

  it('are SVG that is well-formed whatever characters the feed has', async () => {
    const figure = {...annotated, title: 'Held\v\u0001 \ud83d', definition: 'A\u000bB\ufffe'};
    const svg = await (await saved('svg', {figures: [figure]})).blob.text();
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror') === null).to.equal(true);
  });

  it('are saved on a page that has a `URL` of its own', async () => {
    const {URL} = window;
    const el = await show('solidarity-trend', {src: inlineFeed(feedOf({figures: [annotated]}))});
    const {click} = HTMLAnchorElement.prototype;
    const names: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      Object.assign(window, {URL: 'the address of the page'});
      el.shadowRoot!.querySelector<HTMLElement>('#csv')!.click();
      await nextTask(200);
    } finally {
      Object.assign(window, {URL});
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['held-2026-03-05.csv']);
  });

  it('have their colours, and are no picture, where the browser gives noise for what is drawn', async () => {
    const colorsOf = async (svg: Blob) =>
      [...new DOMParser().parseFromString(await svg.text(), 'image/svg+xml').querySelectorAll('*')].map((node) =>
        node.getAttribute('fill'),
      );
    const before = await colorsOf((await saved('svg')).blob);
    const {getImageData} = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...args) {
      const image = getImageData.apply(this, args);
      image.data.fill(200);
      return image;
    };
    try {
      expect(await colorsOf((await saved('svg')).blob)).to.deep.equal(before);
      const {name, blob} = await saved('png');
      expect([name, blob.type]).to.deep.equal(['held-2026-03-05.svg', 'image/svg+xml']);
    } finally {
      CanvasRenderingContext2D.prototype.getImageData = getImageData;
    }
  });

  it('say of each figure what the page says: notes, corrections, and that it is out of date', async () => {
    const feed = {
      figures: [
        {...annotated, note: 'Five were released.'},
        {...women, note: 'Not all are known.', staleAfterDays: 10, history: [{...held.history[1], value: 150}]},
      ],
      corrections: [correction, {...correction, id: 'other', of: 'women', text: 'Two are men.'}],
    };
    const remarks = [
      ['Five were released.', 'Correction, 10 March 2026: Twelve were counted twice.'],
      ['Out of date. Not all are known.', 'Correction, 10 March 2026: Two are men.'],
    ];
    const svg = await (await saved('svg', feed, {compare: 'women'})).blob.text();
    const lines = [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('svg > text')];
    expect(lines.map((node) => node.textContent!.replace(/[\u2068\u2069]/g, ''))).to.include.members(remarks.flat());
    const rows = (await (await saved('csv', feed, {compare: 'women'})).blob.text()).split('\r\n');
    expect(rows.filter((row) => row.includes('2026-03-05'))).to.deep.equal([
      `held,${held.title.en},2026-03-05,1140,at-least,Pozirk,https://pozirk.example/1,"${remarks[0]!.join(' ')}",${held.definition.en}`,
      `women,${women.title.en},2026-03-05,167,exact,Pozirk,https://pozirk.example/1,"${remarks[1]!.join(' ')}",${women.definition.en}`,
    ]);
  });

  for (const [look, theme] of [
    ['newsroom', 'light'],
    ['newsroom', 'dark'],
    ['campaign', 'dark'],
    ['memorial', 'light'],
  ] as const)
    it(`have colours that every program reads, and letters that can be read: ${look}, ${theme}`, async () => {
      document.body.style.color = theme === 'dark' ? 'rgb(238, 238, 238)' : 'rgb(17, 17, 17)';
      try {
        const svg = await (await saved('svg', undefined, {look, theme})).blob.text();
        const image = new DOMParser().parseFromString(svg, 'image/svg+xml');
        const colors = [...image.querySelectorAll('*')].flatMap((node) =>
          ['fill', 'stroke'].flatMap((name) => node.getAttribute(name) ?? []),
        );
        expect(colors.filter((color) => !/^(none|#\w+|rgb\(\d+,\d+,\d+\))$/.test(color))).to.deep.equal([]);
        const surface = [...image.querySelectorAll('rect')]
          .filter((node) => node.getAttribute('fill-opacity') !== '0.00')
          .at(-1)!;
        const text = image.querySelector('svg > text')!.getAttribute('fill')!;
        expect(contrastBetween(text, surface.getAttribute('fill')!)).to.be.at.least(4.5);
      } finally {
        document.body.style.color = '';
      }
    });

  it('are PNG', async () => {
    const {name, blob} = await saved('png');
    expect(name).to.equal('held-2026-03-05.png');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect(String.fromCharCode(...bytes.slice(1, 4))).to.equal('PNG');
    const {width} = await createImageBitmap(blob);
    expect(width).to.equal(1920);
  });

  it('offer no picture where there is no chart', async () => {
    const src = inlineFeed(feedOf({figures: [{...held, history: []}]}));
    const el = await show('solidarity-trend', {src});
    expect([...part(el, 'downloads')!.querySelectorAll('button')].map(({id}) => id)).to.deep.equal(['csv']);
  });
});
