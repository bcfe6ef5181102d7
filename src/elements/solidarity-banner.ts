import {html, nothing, type PropertyValues} from 'lit';
import {ClockController} from '../clock/clock.js';
import {dateIn, knownZone, MINUTE} from '../clock/zone.js';
import {FeedController} from '../feed/feed-controller.js';
import {FeedError} from '../feed/feed-error.js';
import {campaigns, phaseOn, type Campaign, type Phase} from '../feed/sections/campaigns.js';
import {lastDay, nextDay, observances} from '../feed/sections/observances.js';
import type {LinkPolicy} from '../feed/sections/organisations.js';
import {msg} from '../i18n/localize.js';
import {takeEdge, type Edge} from './banner-edge.js';
import {isDismissed, keepDismissal, type Keeping} from './dismissal.js';
import {SolidarityElement} from './solidarity-element.js';
import styles from './solidarity-banner.styles.js';

/** Fired as `solidarity-banner-dismissed` when a reader dismisses the banner; does not bubble. */
export class SolidarityBannerDismissedEvent extends Event {
  constructor(
    /** Id of the campaign. */
    readonly campaign: string,
    /** Id of its phase; undefined outside all phases. */
    readonly phase?: string,
  ) {
    super('solidarity-banner-dismissed');
  }
}

/** The banners in the page. */
const banners = new Set<SolidarityBanner>();

/** An edge is free, or a campaign was dismissed. */
const tellOthers = (one: SolidarityBanner) => banners.forEach((banner) => banner === one || banner.requestUpdate());

/** A campaign on a day: its phase, and the day of its observance that the phase is counted from. */
interface Now {
  readonly campaign: Campaign;
  readonly phase?: Phase;
  readonly day?: string;
}

/** What a dismissal is kept under, and what is kept: the teaser's never hides the day itself, nor the next year's. */
const keyOf = ({campaign, phase, day = ''}: Now) =>
  [`solidarity-banner:${campaign.dismissKey ?? campaign.id}:${phase?.id ?? ''}`, day] as const;

/**
 * The campaign's slogan and call for the day that it is, with a link to what a reader can do.
 *
 * So that nothing shifts a page keeps room for it: `display: grid` and a `min-height`, at 16 px for texts like the
 * demo's English ones 252 px in a column of 320, 136 px in one of 1000; a third more for longer languages.
 *
 * @tag solidarity-banner
 * @summary A campaign's slogan, call and action; inline or at an edge of the window.
 *
 * @slot - The page's own words: shown until the feed is there, and when it is not.
 * @fires load - The campaign is there: shown, or dismissed before.
 * @fires {SolidarityErrorEvent} error - The page's own words stay; `reason` and `message` say why.
 * @fires {SolidarityBannerDismissedEvent} solidarity-banner-dismissed - The reader dismissed the banner.
 * @csspart base - The whole.
 * @csspart slogan - The slogan, which names the whole.
 * @csspart call - What the campaign asks for.
 * @csspart action - What the reader can do.
 * @csspart link - The link to it.
 * @csspart dismiss - The button that dismisses.
 * @cssstate loading - Nothing known yet.
 * @cssstate ready - The campaign is there.
 * @cssstate failed - The page's own words stay.
 * @cssproperty --solidarity-accent - Colour of the link.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-surface - Background.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-font - Font family; the page's where absent.
 */
export class SolidarityBanner extends SolidarityElement {
  static override readonly tag = 'solidarity-banner';
  static override styles = [SolidarityElement.styles, styles];
  static override properties = {
    campaign: {},
    position: {},
    dismiss: {},
    links: {},
    edge: {reflect: true},
    dismissed: {type: Boolean, reflect: true},
  };

  /** Id of the campaign; the feed's first where absent. */
  declare campaign?: string;
  /** `inline` (also where absent), or an edge of the window that it stays at: `top` first in body, `bottom` last. */
  declare position?: 'inline' | Edge;
  /** Keeps a dismissal for the page view (`memory`, also where absent), the tab or the browser; `none`: no dismissal. */
  declare dismiss?: Keeping;
  /** `all` (also where absent): the action is a link; with any other word it is text. */
  declare links?: LinkPolicy;
  /** Where it stands, for the page's CSS; read only. The second banner at an edge stands inline. */
  declare edge?: Edge;
  /** Whether it is not shown because a reader dismissed it; read only. */
  declare dismissed: boolean;

  protected readonly data = new FeedController(this, {campaigns, observances});
  readonly #clock = new ClockController(this);
  #now?: Now;
  #edge?: Edge;
  #leave?: () => void;

  #find({campaigns, observances}: NonNullable<typeof this.data.supply>): Now | undefined {
    const campaign = this.campaign ? campaigns.find(({id}) => id === this.campaign) : campaigns[0];
    if (!campaign) return undefined;
    const observance = observances.find(({id}) => id === campaign.observance);
    const today = dateIn(knownZone(observance?.zone), this.#clock.now());
    const days = observance && [nextDay(observance, today), lastDay(observance, today)];
    return {campaign, ...phaseOn(campaign, days ?? [], today)};
  }

  // Not in willUpdate, which comes before the feed's news.
  protected override update(changed: PropertyValues) {
    this.#clock.step = MINUTE;
    const {supply} = this.data;
    this.#now = supply && this.#find(supply);
    this.dismissed = !!this.#now && this.dismiss !== 'none' && isDismissed(...keyOf(this.#now), this.dismiss);
    this.#stand();
    super.update(changed);
  }

  /** Takes the edge asked for if it is free, or lets go of one. */
  #stand() {
    const {position, isConnected} = this;
    banners[isConnected ? 'add' : 'delete'](this);
    const shown = isConnected && this.language.voice && this.#now && !this.dismissed;
    const edge = shown && (position === 'top' || position === 'bottom') ? position : undefined;
    if (edge !== this.#edge) {
      if (this.#leave) {
        this.#leave();
        tellOthers(this);
      }
      this.#leave = edge && takeEdge(this, edge);
      this.#edge = this.#leave && edge;
    }
    this.edge = this.#edge;
  }

  protected override content() {
    if (!this.#now) return new FeedError('missing', `/campaigns ${this.campaign ?? ''}`);
    const {campaign, phase} = this.#now;
    const {slogan, call, action} = {...campaign, ...phase};
    const words = action && this.text(action.text);
    const {tag, table} = this.language.voice!;
    // Stays when dismissed, hidden: the reader's Tab goes on from here, which engines forget where it is taken away.
    return html`<section part="base" lang=${tag} dir=${table.dir} aria-labelledby="slogan" @keydown=${this.#escape}>
      <p part="slogan" id="slogan">${this.text(slogan)}</p>
      <p part="call">${this.text(call)}</p>
      ${
        action
          ? html`<p part="action">${(this.links ?? 'all') === 'all' ? this.link(action.url, words) : words}</p>`
          : nothing
      }
      ${
        this.dismiss === 'none'
          ? nothing
          : html`<button
              part="dismiss"
              aria-label=${msg('Close this banner', {id: 'banner.dismiss'})}
              @click=${this.#close}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4l16 16M20 4L4 20" /></svg>
            </button>`
      }
    </section>`;
  }

  #escape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || this.dismiss === 'none') return;
    // Not for a dialog of the page, too.
    event.preventDefault();
    this.#close();
  }

  #close() {
    const {campaign, phase} = this.#now!;
    keepDismissal(...keyOf(this.#now!), this.dismiss);
    this.requestUpdate();
    tellOthers(this);
    this.dispatchEvent(new SolidarityBannerDismissedEvent(campaign.id, phase?.id));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stand();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'solidarity-banner': SolidarityBanner;
  }
  interface GlobalEventHandlersEventMap {
    'solidarity-banner-dismissed': SolidarityBannerDismissedEvent;
  }
}
