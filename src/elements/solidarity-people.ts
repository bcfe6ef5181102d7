import {ClockController} from '../clock/clock.js';
import {HOUR} from '../clock/units.js';
import {dateIn, MINSK} from '../clock/zone.js';
import {peopleTexts, peopleWords} from '../describe/people.js';
import type {Context} from '../describe/parts.js';
import {create} from '../dom/create.js';
import {FeedError} from '../feed/feed-error.js';
import {people, type Person} from '../feed/sections/people.js';
import {withMessages} from '../i18n/message-group.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {renderPerson} from './people-card.js';
import {orderedPeople} from '../describe/people-order.js';
import {isHeadingLevel} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-people.styles.js';

/**
 * Persons by what happened to them: held, without contact for so many days, released, exchanged, forced to leave, at home,
 * died. A person who was not checked recently is not shown as held.
 *
 * @tag solidarity-people
 * @summary Persons: who is held, who is free, and since when.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails or nobody matches.
 * @fires load - The persons are shown.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart heading - The title of the whole.
 * @csspart people - The list.
 * @csspart person - A person; also `held`, `unknown`, `released`, `exchanged`, `exiled`, `home` or `died`.
 * @csspart name - The name.
 * @csspart status - Where the person is, as far as it is known.
 * @csspart note - What the reader must know of it.
 * @csspart contact - How long a held person has been without contact.
 * @csspart days - The number in it.
 * @csspart letter - “Write a letter”.
 * @csspart address - The address.
 * @csspart copy - The button that copies it.
 * @csspart copied - That it was copied.
 * @csspart about - The source, and the day of the check.
 * @csspart more - The button that shows what happened.
 * @csspart history - What happened.
 * @csspart link - A link to a source.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The persons are shown.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of the rule at a held person.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the whole.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between edge and text.
 * @cssproperty --solidarity-number-font - Font family of the number of days.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityPeople extends SolidarityElement {
  static override readonly tag = 'solidarity-people';
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {
    person: {},
    status: {},
    heading: {type: Number},
  };
  protected static override readonly fallbackLimits = [4, 20_000] as const;
  protected static override readonly loadLocale = withMessages('people');

  /** Id of the one person to show. */
  declare person?: string;
  /** States to show, separated by spaces: `held unknown released exchanged exiled home died`; by default all. */
  declare status?: string;
  /** Level of the title as a heading in the page, 2 to 6; 2 by default. Names are of the next one, or of this if one. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {people});
  /** The day of Minsk, not of UTC, decides how many days have passed. */
  readonly #clock = new ClockController(this, () => this.#shownDay !== this.#day && this.requestUpdate());
  #shownDay?: string;
  /** Ids of the buttons whose content is shown. */
  readonly #unfolded = new Set<string>();

  protected override onConnect() {
    this.#clock.step = HOUR;
  }

  protected override get context(): Context {
    return {...super.context, today: this.#day};
  }

  get #day() {
    return dateIn(MINSK, this.#clock.now());
  }

  get #people(): Person[] {
    const {people} = this.feed.data!;
    return this.person ? people.filter(({id}) => id === this.person) : orderedPeople(people, this.status, this.context);
  }

  protected override texts() {
    return peopleTexts(this.#people);
  }

  protected override content() {
    const {context, locale} = this;
    const people = this.#people;
    this.#shownDay = context.today;
    if (!people[0]) return new FeedError('missing', `/people ${this.person ?? this.status ?? ''}`);
    const words = peopleWords(locale);
    const level = isHeadingLevel(this.heading) ? this.heading : 2;
    const {tag, data} = locale;
    const list = create(
      'ul',
      {part: 'people', role: 'list'},
      ...people.map((person) =>
        renderPerson(person, {
          context,
          words,
          level: this.person ? level : level + 1,
          unfolded: this.#unfolded,
          renderPart: (part, numberPart) => this.renderPart(part, numberPart),
          renderParts: (parts, numberPart) => this.renderParts(parts, numberPart),
        }),
      ),
    );
    const label = this.person ? people[0].id : 'heading';
    return create(
      'div',
      {
        part: 'base',
        role: 'group',
        lang: tag,
        dir: data.dir,
        'aria-labelledby': label,
      },
      ...(this.person
        ? []
        : [
            create(
              'div',
              {
                part: 'heading',
                id: 'heading',
                role: 'heading',
                'aria-level': String(level),
              },
              words.title,
            ),
          ]),
      list,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-people': SolidarityPeople;
  }
}
