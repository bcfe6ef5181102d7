import type {Parts} from '../describe/parts.js';
import {describePhoto, photosTitle, photoTexts, type PhotoDescription} from '../describe/photo.js';
import {appendTo, create} from '../dom/create.js';
import {FeedError} from '../feed/feed-error.js';
import {headLink} from '../feed/head-link.js';
import {knownLanguages} from '../feed/known-languages.js';
import {parseSection} from '../feed/section.js';
import {photos, type Photo} from '../feed/sections/photos.js';
import {towns} from '../feed/sections/towns.js';
import {formatNumber, interpolateText} from '../i18n/format.js';
import {msg, setActiveLocale} from '../i18n/localize.js';
import {withMessages} from '../i18n/message-group.js';
import {FeedController} from '../store/feed-controller.js';
import {loadModule} from '../store/lazy-modules.js';
import {card} from '../theme/tokens.js';
import type {PhotoViewer, ViewerHost} from './photo-viewer.js';
import {pictureUrl} from './photos-address.js';
import {renderEmpty} from './photos-empty.js';
import {positiveInteger} from './properties.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-photos.styles.js';

/** A photo, and the address of its picture. */
interface Shown {
  readonly photo: Photo;
  readonly url: string;
}

/** Tells the styles how large a photo is. */
const reserveSpace = ({style}: HTMLElement, {width, height}: Photo) => {
  style.setProperty('--_width', `${width}px`);
  style.setProperty('--_ratio', String(width / height));
};

/**
 * Photos of solidarity, each with what it shows, who made it, and its licence; a photo opens over the page. Where there
 * are none, how to take one with a cornflower.
 *
 * Pictures are loaded only from the host of the feed, and from `hosts`: whoever runs a host learns the reader's address.
 *
 * @tag solidarity-photos
 * @summary Photos with consent, credit, licence and alternative text.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @fires load - The photos are shown, or how to take one.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @csspart base - The whole.
 * @csspart heading - The title of the whole.
 * @csspart photos - The list of photos.
 * @csspart photo - A photo with what is said of it; also `failed` where its picture cannot be loaded.
 * @csspart open - The button that opens a photo.
 * @csspart alt - What a photo shows, in the place of a picture that cannot be loaded.
 * @csspart caption - What is said of a photo.
 * @csspart place - Its town and date.
 * @csspart credit - Who made it, and the licence.
 * @csspart link - A link.
 * @csspart empty - How to take a photo, where there are none.
 * @csspart none - That there are none.
 * @csspart instructions - What to take a photo of.
 * @csspart consent - Whom not to show.
 * @csspart footer - The link to send a photo.
 * @csspart viewer - The dialog with one photo.
 * @csspart viewed - The photo in it.
 * @csspart position - Which of how many it is.
 * @csspart viewer-button - A button of the dialog; also `close`, `previous` or `next`.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The photos are shown, or how to take one.
 * @cssstate empty - There are no photos.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-muted - Colour of secondary text.
 * @cssproperty --solidarity-surface - Background of the whole.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between edge and text.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 */
export class SolidarityPhotos extends SolidarityElement {
  static override readonly tag = 'solidarity-photos';
  protected static override readonly loadLocale = withMessages('photos');
  static override styles = [SolidarityElement.styles, card, styles];
  static override properties = {
    hosts: {},
    town: {},
    event: {},
    limit: {type: Number},
    heading: {type: Number},
  };
  protected static override readonly fallbackLimits = [4, 20_000] as const;

  /** Hosts, separated by spaces, that pictures may be loaded from beside the feed's: `photos.example.org`. */
  declare hosts?: string;
  /** Id of a town of the feed: only photos from there are shown. */
  declare town?: string;
  /** Id of an event of the feed: only photos of it are shown. */
  declare event?: string;
  /** How many photos are shown at most; by default all. */
  declare limit?: number;
  /** Level of the title as a heading in the page; 2 by default. */
  declare heading?: number;

  protected readonly feed = new FeedController(this, {photos});
  #viewer?: PhotoViewer;

  /** The photos that the page wants. */
  get #wanted() {
    return this.feed.data!.photos.filter(
      ({town, event}) => (!this.town || town === this.town) && (!this.event || event === this.event),
    );
  }

  /** Those of them that may be loaded, as many as the page wants. */
  get #shown(): Shown[] {
    const shown = this.#wanted.flatMap((photo) => {
      const url = pictureUrl(photo.url, this.feed.dataUrl, this.hosts);
      return url ? [{photo, url}] : [];
    });
    return shown.slice(0, positiveInteger(this.limit, undefined));
  }

  protected override ownStates() {
    return this.#wanted[0] ? [] : ['empty'];
  }

  // People send photos from everywhere: it is enough if one of them has the reader's language.
  protected override texts() {
    return knownLanguages(
      this.#shown.flatMap(({photo}) => photoTexts(photo)),
      this.feed.data!.head.lang,
    );
  }

  protected override content() {
    const {tag, data} = this.locale;
    const {sections} = this.feed.data!.raw;
    if (!Object.hasOwn(sections, 'photos')) return new FeedError('missing', '/photos');
    const shown = this.#shown;
    const [wanted] = this.#wanted;
    // No photo is not what the feed says.
    if (wanted && !shown[0]) return new FeedError('missing', `/photos ${wanted.url}: not one of hosts`);
    const level = positiveInteger(this.heading, 2);
    const submit = this.links === undefined || this.links === 'all' ? headLink(sections, 'submitPhoto') : undefined;
    return create(
      'div',
      {
        part: 'base',
        role: 'group',
        lang: tag,
        dir: data.dir,
        'aria-labelledby': 'heading',
      },
      create(
        'div',
        {
          part: 'heading',
          id: 'heading',
          role: 'heading',
          'aria-level': String(level),
          tabindex: '-1',
        },
        photosTitle(this.locale),
      ),
      shown[0]
        ? create('ul', {part: 'photos', role: 'list'}, ...shown.map((one) => this.#renderPhoto(one)))
        : renderEmpty(this.locale),
      ...(submit ? [create('p', {part: 'footer'}, this.link(submit, msg('Send a photo', {id: 'photos.submit'})))] : []),
    );
  }

  #describe(photo: Photo) {
    let all: Parameters<typeof describePhoto>[1] = [];
    try {
      if (photo.town) all = parseSection(this.feed.data!.raw, towns);
    } catch {
      // A section stands alone: a photo is shown without the name of its town.
    }
    return describePhoto(photo, all, this.context);
  }

  #renderPhoto(one: Shown) {
    const {id} = one.photo;
    const description = this.#describe(one.photo);
    const item = create('li', {part: 'photo'});
    const button = create(
      'button',
      {part: 'open', id: `photo-${id}`},
      this.#renderPicture(one, description, item, 'lazy'),
    );
    button.addEventListener('click', () => this.#open(id));
    reserveSpace(item, one.photo);
    appendTo(item, button, ...this.#renderWords(description));
    return item;
  }

  /** A picture with its space reserved; where it cannot be loaded, what it shows in words. */
  #renderPicture({photo, url}: Shown, {alt}: PhotoDescription, item: HTMLElement, loading?: 'lazy') {
    const image = create('img', {
      alt: alt.text,
      lang: alt.lang,
      width: String(photo.width),
      height: String(photo.height),
      loading,
      decoding: 'async',
      referrerpolicy: 'no-referrer',
      // Last: what comes after it would be too late for the request.
      src: url,
    });
    image.addEventListener('error', () => {
      item.part.add('failed');
      const words = create('span', {part: 'alt'}, this.renderPart(alt));
      words.style.aspectRatio = `${photo.width} / ${photo.height}`;
      image.parentNode!.replaceChild(words, image);
    });
    return image;
  }

  #renderWords({caption, place, credit}: PhotoDescription): HTMLElement[] {
    const paragraph = (part: string, parts: Parts) => (parts[0] ? [create('p', {part}, this.renderParts(parts))] : []);
    return [
      ...paragraph('caption', caption ? [caption] : []),
      ...paragraph('place', place),
      ...paragraph('credit', credit),
    ];
  }

  /** What the viewer needs to know. */
  #viewerHost(): ViewerHost {
    const {tag, data} = this.locale;
    setActiveLocale(this.locale);
    const position = msg('{n} of {total}', {
      id: 'photos.position',
      desc: 'Which photo of how many is shown: “2 of 5”',
    });
    return {
      root: this.renderRoot as ShadowRoot,
      lang: tag,
      dir: data.dir,
      title: photosTitle(this.locale),
      photos: this.#shown.map((one) => ({
        id: one.photo.id,
        render: () => {
          const description = this.#describe(one.photo);
          const figure = create('div', {part: 'figure'});
          reserveSpace(figure, one.photo);
          appendTo(figure, this.#renderPicture(one, description, figure), ...this.#renderWords(description));
          return figure;
        },
      })),
      position: (n, total) =>
        interpolateText(position, {
          n: formatNumber(n, data),
          total: formatNumber(total, data),
        }),
      words: {
        close: msg('Close', {id: 'photos.close'}),
        previous: msg('Previous photo', {id: 'photos.previous'}),
        next: msg('Next photo', {id: 'photos.next'}),
      },
    };
  }

  protected override updated() {
    super.updated();
    this.#viewer?.update(this.hasContent ? this.#viewerHost() : undefined);
  }

  protected override onDisconnect() {
    this.#viewer?.close();
  }

  #open(id: string) {
    void loadModule<typeof import('./photo-viewer.js')>('photo-viewer').then(
      ({PhotoViewer}) =>
        this.guard(() => {
          if (!this.isConnected || !this.hasContent) return;
          this.#viewer ??= new PhotoViewer();
          this.#viewer.open(this.#viewerHost(), id);
        }),
      // The button is still there for another try.
      () => {},
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-photos': SolidarityPhotos;
  }
}
