import {create} from '../dom/create.js';
import {page} from '../dom/page.js';
import {msg} from '../i18n/localize.js';

const PETALS = 8;

/** A cornflower, the campaign's sign, as a picture without a meaning of its own. */
const cornflower = () => {
  const shape = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const element = page.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
    return element;
  };
  const svg = shape('svg', {viewBox: '-50 -50 100 100', 'aria-hidden': 'true'});
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
export const renderEmpty = () =>
  create(
    'div',
    {part: 'empty'},
    cornflower(),
    create(
      'div',
      {},
      create('p', {part: 'none'}, msg('There are no photos yet.', {id: 'photos.none'})),
      create(
        'p',
        {part: 'instructions'},
        msg(
          'Take a photo with a cornflower or the campaign’s motto: at a place in your town that is linked with Belarus, or at any other.',
          {id: 'photos.cornflower', desc: 'A cornflower is the flower (Centaurea cyanus), a sign of the campaign'},
        ),
      ),
      create(
        'p',
        {part: 'consent'},
        msg('Show only people who have agreed, and nobody who could be harmed in Belarus.', {id: 'photos.consent'}),
      ),
    ),
  );
