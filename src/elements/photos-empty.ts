import {photoInstructions} from '../describe/photo.js';
import {create} from '../dom/create.js';
import {page} from '../dom/page.js';
import type {Locale} from '../i18n/locale-data.js';

const PETALS = 8;

/** A cornflower, the campaign's sign, as a picture without a meaning of its own. */
const cornflower = () => {
  const shape = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const element = page.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
    return element;
  };
  const svg = shape('svg', {
    viewBox: '-50 -50 100 100',
    'aria-hidden': 'true',
  });
  for (let i = 0; i < PETALS; i++)
    svg.appendChild(
      shape('path', {
        d: 'M0 0L-16 -40L-7 -35L0 -47L7 -35L16 -40Z',
        fill: i % 2 ? '#2f52b5' : '#4a72d9',
        transform: `rotate(${(i * 360) / PETALS}) scale(${i % 2 ? 0.85 : 1})`,
      }),
    );
  svg.appendChild(shape('circle', {r: '10', fill: '#3a2a78'}));
  return svg;
};

/** What is shown where there are no photos: how to take one. */
export const renderEmpty = (locale: Locale) =>
  create(
    'div',
    {part: 'empty'},
    cornflower(),
    create('div', {}, ...Object.entries(photoInstructions(locale)).map(([part, words]) => create('p', {part}, words))),
  );
