import type {CheckContext} from './check.js';
import {found, type Finding} from './findings.js';

/** Phases that are never shown: their days are counted from none, end before they begin, or are all of an earlier one. */
export const campaignFindings = ({feed: {campaigns}}: CheckContext): Finding[] =>
  campaigns.flatMap(({id, observance, phases = []}, i) =>
    phases.flatMap((phase, j) => {
      const earlier = phases.find(
        (one, k) => k < j && one.from <= phase.from && phase.until <= one.until && phase.from <= phase.until,
      );
      const why = !observance
        ? 'the campaign has no observance, from whose day its days are counted'
        : phase.from > phase.until
          ? `it ends (${phase.until}) before it begins (${phase.from})`
          : earlier && `all of its days are those of ${earlier.id}, which comes first in the list`;
      return why
        ? [
            found(
              'phase-without-day',
              `/campaigns/${i}/phases/${j}`,
              `The phase ${phase.id} of ${id} is never shown: ${why}.`,
              'Days before the observance are negative: -14 to -1 is the fortnight before it.',
              {id: phase.id},
            ),
          ]
        : [];
    }),
  );
