import {html, nothing} from 'lit/html.js';
import {ClockController} from '../clock/clock.js';
import {dateIn, knownZone} from '../clock/zone.js';
import {campaignTexts, describeCampaign} from '../describe/campaign.js';
import {FeedError} from '../feed/feed-error.js';
import {mayLink} from '../feed/links.js';
import {campaigns, currentCampaign, type CampaignDay} from '../feed/sections/campaigns.js';
import {observances} from '../feed/sections/observances.js';
import {msg} from '../i18n/localize.js';
import {FeedController} from '../store/feed-controller.js';
import {card} from '../theme/tokens.js';
import {claimEdge, isSeen, type Edge} from './banner-edge.js';
import {isDismissed, saveDismissal, type Persistence} from './dismissal.js';
import {TemplateElement} from './template-element.js';
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

/** Updates the other banners: an edge is free, or a campaign was dismissed. */
const refreshOthers = (one: SolidarityBanner) => banners.forEach((banner) => banner === one || banner.requestUpdate());

/** The key of a dismissal and its value: dismissing the teaser never hides the day itself, nor the next year's. */
const dismissalOf = ({campaign, phase, day = ''}: CampaignDay) =>
  [`solidarity-banner:${campaign.dismissKey ?? campaign.id}:${phase?.id ?? ''}`, day] as const;

/**
 * The campaign's slogan and call for the day that it is, with a link to what a reader can do.
 *
 * The README lists the height to reserve for it where it is in the flow, not at an edge.
 *
 * @tag solidarity-banner
 * @summary A campaign's slogan, call and action; inline or at an edge of the window.
 *
 * @slot - Fallback content: shown until the feed has loaded, and whenever anything fails.
 * @fires load - The campaign is there: shown, or dismissed before.
 * @fires {SolidarityErrorEvent} error - The fallback content is shown; `reason` and `message` say why.
 * @fires {SolidarityBannerDismissedEvent} solidarity-banner-dismissed - The reader dismissed the banner.
 * @csspart base - The whole.
 * @csspart text - Slogan and call.
 * @csspart slogan - The slogan; the accessible name of the whole.
 * @csspart call - What the campaign asks for.
 * @csspart action - What the reader can do; not there where `links` leaves no link.
 * @csspart link - The link to it.
 * @csspart dismiss - The button that dismisses the banner.
 * @cssstate loading - The feed has not loaded yet.
 * @cssstate ready - The campaign is there, shown or dismissed.
 * @cssstate dismissed - The reader has dismissed the campaign; nothing is shown.
 * @cssstate top - The banner stays at the top of the window.
 * @cssstate bottom - The banner stays at the bottom of the window.
 * @cssstate failed - The fallback content is shown.
 * @cssproperty --solidarity-accent - Colour of the button.
 * @cssproperty --solidarity-on-accent - Colour of text on it.
 * @cssproperty --solidarity-text - Colour of text.
 * @cssproperty --solidarity-surface - Background.
 * @cssproperty --solidarity-border - Colour of borders.
 * @cssproperty --solidarity-radius - Radius of corners.
 * @cssproperty --solidarity-space - Space between the edge and the text.
 * @cssproperty --solidarity-font - Font family; by default the page's.
 * @cssproperty --solidarity-banner-top - Distance from the top of the window; by default the height of WordPress' admin bar, else 0.
 */
export class SolidarityBanner extends TemplateElement {
  static override readonly tag = 'solidarity-banner';
  static override styles = [TemplateElement.styles, card, styles];
  static override properties = {campaign: {}, position: {}, dismiss: {}};
  protected static override readonly fallbackLimits = [4, 5000] as const;

  /** Id of the campaign; by default the one that is in a phase, else the one whose day comes next. */
  declare campaign?: string;
  /** `inline` (default), or an edge of the window that it stays at: `top` first in body, `bottom` last. */
  declare position?: 'inline' | Edge;
  /** How long a dismissal lasts: `memory` (default, the page view), `session`, `local`; `none`: no button. */
  declare dismiss?: Persistence;

  protected readonly feed = new FeedController(this, {
    campaigns,
    observances,
  });
  readonly #clock = new ClockController(this, () => this.guard(() => this.#onTick()));
  /** What is shown: as long as it is the same, a tick changes nothing, and a reader in it is not disturbed. */
  #shown = '';
  /** A banner that the page hides, say on phones, takes no edge. */
  #observer?: ResizeObserver;
  #edge?: Edge;
  #releaseEdge?: () => void;

  get #current(): CampaignDay | undefined {
    const {campaigns, observances} = this.feed.data!;
    const wanted = campaigns.filter(({id}) => !this.campaign || id === this.campaign);
    return currentCampaign(wanted, observances, (zone) => dateIn(knownZone(zone), this.#clock.time));
  }

  get #isDismissed() {
    const current = this.feed.data && this.#current;
    return !!current && this.dismiss !== 'none' && isDismissed(...dismissalOf(current), this.dismiss);
  }

  protected override ownStates() {
    return [...(this.#isDismissed ? ['dismissed'] : []), ...(this.#edge ? [this.#edge] : [])];
  }

  protected override texts() {
    const current = this.#current;
    return current ? campaignTexts(current.campaign, current.phase) : [];
  }

  protected override content() {
    this.#clock.now();
    // What was dismissed is not on screen, and comes back with its next phase.
    this.#clock.always = this.#isDismissed;
    const current = this.#current;
    this.#shown = this.#signature;
    if (!current) return new FeedError('missing', `/campaigns ${this.campaign ?? ''}`);
    const isQuiet = this.look === 'memorial';
    const {slogan, call, action} = describeCampaign(current.campaign, current.phase, this.context, isQuiet);
    const {tag, data} = this.locale;
    // Stays when dismissed, hidden: the reader's Tab goes on from here, which engines forget where it is taken away.
    return html`<section
      part="base"
      lang=${tag}
      dir=${data.dir}
      aria-labelledby="slogan"
      ?hidden=${this.#isDismissed}
      @keydown=${this.#onKeydown}
    >
      <div part="text">
        <p part="slogan" id="slogan">${this.renderPart(slogan)}</p>
        <p part="call">${this.renderPart(call)}</p>
      </div>
      ${
        // Without its link, what to do leads nowhere.
        action && mayLink(action, this.links ?? 'all')
          ? html`<p part="action">${this.renderPart({...action, role: 'source'})}</p>`
          : nothing
      }
      ${
        this.dismiss === 'none'
          ? nothing
          : html`<button
              id="dismiss"
              part="dismiss"
              aria-label=${msg('Close this banner', {id: 'banner.dismiss'})}
              @click=${this.#dismiss}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M4 4l16 16M20 4L4 20" />
              </svg>
            </button>`
      }
    </section>`;
  }

  /** Updates where another campaign or phase has begun. */
  #onTick() {
    this.#clock.now();
    this.#updateEdge();
    if (this.feed.data && this.#signature !== this.#shown) this.requestUpdate();
  }

  get #signature() {
    const {campaign, phase, day} = this.#current ?? ({__proto__: null} as Partial<CampaignDay>);
    return [campaign?.id, phase?.id, day, this.#isDismissed].join();
  }

  protected override updated() {
    this.#updateEdge();
    super.updated();
  }

  /**
   * Claims the edge that `position` names if the banner has a box and the edge is free, or releases it. One that is seen
   * takes it from one that is not: of two for phones and desktops a page hides one.
   */
  #updateEdge() {
    const {position, isConnected} = this;
    const hasBox = isConnected && this.hasContent && !this.#isDismissed && this.getClientRects().length > 0;
    const edge = hasBox && (position === 'top' || position === 'bottom') ? position : undefined;
    if (edge === this.#edge) return;
    if (this.#edge) {
      this.#loseEdge();
      refreshOthers(this);
    }
    if (!edge) return;
    if (isSeen(this)) banners.forEach((one) => one.#edge === edge && !isSeen(one) && one.#loseEdge());
    this.#releaseEdge = claimEdge(this, edge);
    this.#edge = this.#releaseEdge && edge;
    this.updateStates();
  }

  #loseEdge() {
    this.#releaseEdge!();
    this.#edge = undefined;
    this.updateStates();
  }

  #onKeydown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || this.dismiss === 'none') return;
    // Not for a dialog of the page, too.
    event.preventDefault();
    this.#dismiss();
  }

  #dismiss() {
    const current = this.#current!;
    saveDismissal(...dismissalOf(current), this.dismiss);
    this.requestUpdate();
    refreshOthers(this);
    this.dispatchEvent(new SolidarityBannerDismissedEvent(current.campaign.id, current.phase?.id));
  }

  protected override onConnect() {
    banners.add(this);
    // Later, since what changes sizes while they are observed is an error in the page.
    this.#observer ??= new ResizeObserver(() => setTimeout(() => this.guard(() => this.#updateEdge())));
    this.#observer.observe(this);
  }

  protected override onDisconnect() {
    banners.delete(this);
    this.#observer?.disconnect();
    this.#updateEdge();
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
