import {expect} from '@open-wc/testing';
import {describeAnnotation, describeTrendPoint, trendTexts} from '../../src/describe/trend.js';
import {contextOf, figureOf, text} from '../support/describe.js';

const source = {name: {en: 'Viasna', be: 'Вясна'}};
const note = {en: 'Approximate date', be: 'Прыблізная дата'};

describe('the description of a chart', () => {
  it('says a count with qualifier, date, source and note', async () => {
    const point = {date: '2024-08-09', value: 1370, qualifier: 'more-than', source, note} as const;
    expect(text(describeTrendPoint(point, undefined, await contextOf('en')))).to.equal(
      'More than 1,370 on 9 August 2024 · Viasna · Approximate date',
    );
    const title = {en: 'Political prisoners', be: 'Палітвязні'};
    expect(text(describeTrendPoint(point, figureOf({title}), await contextOf('be')))).to.equal(
      'Палітвязні: Больш за 1370 на 9 жніўня 2024 г. · Вясна · Прыблізная дата',
    );
  });

  it('says what happened, with date and source', async () => {
    const annotation = {date: '2025-12-13', text: '123 people were released', source};
    expect(text(describeAnnotation(annotation, await contextOf('en')))).to.equal(
      '13 December 2025: 123 people were released · Viasna',
    );
  });

  it('lists the texts that must all be in its language', () => {
    const annotations = [{date: '2025-12-13', text: 'Released', source}];
    const history = [{date: '2024-08-09', value: 1, source, note}];
    expect(trendTexts([figureOf({annotations, history})])).to.deep.equal([
      'Political prisoners',
      'In custody.',
      'Released',
      note,
    ]);
  });
});
