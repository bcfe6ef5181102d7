import type {Figure} from '../../feed/sections/figures.js';
import type {Column} from './viasna-columns.js';

/** A figure that the list can give, as it is added to a feed that lacks it. */
export interface FigureTemplate {
  readonly title: string;
  /** What is counted, for readers. */
  readonly definition: string;
  readonly unit?: Figure['unit'];
  /** The column that must be filled for at least one person. */
  readonly needs?: Column;
}

const RECOGNISED = 'recognised as political prisoners by Belarusian human rights groups';

/** The figures that the list can give. */
export const FIGURES = {
  held: {
    title: 'Political prisoners',
    unit: 'political-prisoner',
    definition: `In custody on this date and ${RECOGNISED}. Not all are known.`,
  },
  women: {
    title: 'Women political prisoners',
    definition: `Women in custody on this date and ${RECOGNISED}. Not all are known.`,
    needs: 'gender',
  },
  minors: {
    title: 'Political prisoners under 18',
    definition: `In custody and under 18 on this date, and ${RECOGNISED}. People whose birthday is not known are not counted.`,
    needs: 'birthday',
  },
  recognised: {
    title: 'Recognised as political prisoners so far',
    definition: `All people ${RECOGNISED} up to this date: those in custody, those released, and those who died.`,
  },
  released: {
    title: 'Political prisoners no longer in custody',
    definition:
      `People ${RECOGNISED} who are no longer in custody on this date, whatever the reason. ` +
      'Those who died are not counted. Released does not mean cleared, or free to stay in the country.',
    needs: 'died',
  },
  died: {
    title: 'Political prisoners who died',
    definition: `People ${RECOGNISED} who have died, in custody or after it, as far as the list records it.`,
    needs: 'died',
  },
} as const satisfies Readonly<Record<string, FigureTemplate>>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as readonly FigureId[];
