import {amplifyTitle} from '../../describe/amplify.js';
import {describeCampaign} from '../../describe/campaign.js';
import {describeObservance} from '../../describe/countdown.js';
import {eventsTitle} from '../../describe/event.js';
import {describeMessage} from '../../describe/figure.js';
import {describeHistory} from '../../describe/history.js';
import {mapTitle} from '../../describe/map.js';
import {textPart, type Part} from '../../describe/parts.js';
import {peopleWords} from '../../describe/people.js';
import {photosTitle} from '../../describe/photo.js';
import type {Text} from '../../feed/fields.js';
import {pointsOf} from '../../feed/history.js';
import type {Feed} from '../../feed/parse-feed.js';
import type {Person} from '../../feed/sections/people.js';
import {figureAlt} from './badge.js';
import {plain} from './escape.js';
import {contextOf, type RenderOptions} from './options.js';
import {plainLine} from './plain-parts.js';
import type {Shown} from './shown.js';

/** The title and the description of what is shown, as plain text. */
export const embedWords = (
  feed: Feed,
  shown: Shown | undefined,
  options: RenderOptions,
): {title: string; description: string} => {
  const context = contextOf(options);
  const textOf = (text: Text) => plainLine([textPart(text, context)]);
  const title = textOf(feed.title);
  const nameOf = ({name}: Person) => textOf(name);
  switch (shown?.widget) {
    case 'counter':
      return {title: textOf(shown.figure.title), description: figureAlt(shown.figure, options)};
    case 'countdown':
      return {
        title: textOf(shown.next.observance.title),
        description: plainLine(describeObservance(shown.next, context)),
      };
    case 'banner': {
      const {slogan, call} = describeCampaign(shown.campaign, undefined, context);
      const line = (part: Part) => plain(part.text);
      return {title: line(slogan), description: line(call)};
    }
    case 'trend': {
      const [figure] = shown.figures;
      const history = pointsOf(figure!)[1] ? describeHistory(figure!, options.locale) : undefined;
      return {title: textOf(figure!.title), description: figureAlt(figure!, options, history)};
    }
    case 'people':
      return {
        title: shown.people[1] ? peopleWords(options.locale).title : nameOf(shown.people[0]!),
        description: title,
      };
    case 'events':
      return {title: eventsTitle(options.locale), description: title};
    case 'map':
      return {title: mapTitle(options.locale), description: title};
    case 'photos':
      return {title: photosTitle(options.locale), description: title};
    case 'amplify':
      if ('message' in shown)
        return {
          title: amplifyTitle(options.locale),
          description: plainLine([describeMessage(shown.message, shown.figures, context)]),
        };
      return {title: textOf(shown.campaign.slogan), description: title};
    default:
      return {title, description: title};
  }
};
