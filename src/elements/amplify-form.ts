import {html, nothing} from 'lit/html.js';
import {amplifyTitle, describePostingRisk} from '../describe/amplify.js';
import {describeMessage} from '../describe/figure.js';
import {mayLink, type LinkPolicy} from '../feed/links.js';
import type {Message} from '../feed/sections/amplify.js';
import {quotedFigure, type Figure} from '../feed/sections/figures.js';
import {formatNumber} from '../i18n/format.js';
import {msg} from '../i18n/localize.js';
import type {AmplifyDraft} from './amplify-draft.js';
import {renderFigure, type RenderOptions} from './amplify-figure.js';
import type {Network} from './amplify-networks.js';
import {stopShortcut} from './template-element.js';

/** What the form shows. */
export interface FormOptions extends RenderOptions {
  readonly messages: readonly Message[];
  readonly message: Message;
  readonly figures: readonly Figure[];
  readonly links: LinkPolicy;
  readonly draft: AmplifyDraft;
  /** Undefined where they cannot be loaded: then the text can be copied. */
  readonly networks?: typeof import('./amplify-networks.js');
}

const valueOf = ({currentTarget}: Event) => (currentTarget as HTMLInputElement).value;

/** Copies the text of the field. Where the browser or the page forbids that, selects it, and gives false. */
const copyField = async ({currentTarget}: Event): Promise<boolean> => {
  const field = (currentTarget as HTMLElement).closest('[part=base]')!.querySelector('textarea')!;
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
};

const renderLink = (href: string, name: string) =>
  html`<a
    part="link"
    href=${href}
    rel="noopener noreferrer external nofollow"
    referrerpolicy="no-referrer"
    target=${href.startsWith('mailto:') ? nothing : '_blank'}
    >${name}</a
  >`;

/** The form: the text, what can be added to it, and where it can be posted. */
export const renderForm = (options: FormOptions) => {
  const {messages, message, figures, links, draft, networks, context, level} = options;
  const {locale} = context;
  const {tag, data} = locale;
  const copied = msg('Copied.', {id: 'ways.copied'});
  const selected = msg('Selected: copy it now.', {
    id: 'ways.selected',
    desc: 'A text was selected, since the browser does not allow to copy it',
  });
  const figure = quotedFigure(message, figures);
  const composed = describeMessage(message, figures, context);
  const text = draft.textOf(composed.text);
  const page = mayLink(message, links) ? message.url : undefined;
  const countries = message.designatedIn?.join(' ');
  const additions = [...(message.hashtags ?? []), ...(page ? [page] : [])];
  const mayLinkNetworks = networks && links === 'all';

  const renderLength = ({max, length}: Network) => {
    if (!max) return nothing;
    const n = length!(text);
    const [now, most] = [n, max].map((number) => formatNumber(number, data));
    return html`<span part=${n > max ? 'length over' : 'length'}
      >${now}/${most}${n > max ? html` <strong>${msg('too long', {id: 'amplify.long'})}</strong>` : nothing}</span
    >`;
  };
  const renderNetwork = (network: Network) => {
    const address = mayLinkNetworks && network.address(text, draft.server);
    return html`<li part="network" translate="no">
      ${address ? renderLink(address, network.name) : html`<span>${network.name}</span>`} ${renderLength(network)}
    </li>`;
  };
  const onChoose = (event: Event) => draft.reset(valueOf(event));
  const onWrite = (event: Event) => draft.write(valueOf(event));
  const onToggle = (event: Event) => draft.toggle(valueOf(event));
  const onServer = (event: Event) => draft.setServer(valueOf(event));
  const onReset = () => draft.reset();
  const onCopy = async (event: Event) => draft.say((await copyField(event)) ? copied : selected);
  // Refused, or the reader closed it.
  const onShare = () => void navigator.share({text}).catch(() => {});
  return html`<div part="base" role="group" lang=${tag} dir=${data.dir} aria-labelledby="heading">
    <div part="heading" id="heading" role="heading" aria-level=${level}>${amplifyTitle(locale)}</div>
    <p part="warning">${describePostingRisk(locale)}</p>
    ${
      messages[1]
        ? html`<label part="choice"
            >${msg('Message', {id: 'amplify.choice', desc: 'The choice of one of several messages'})}<select
              id="choice"
              @change=${onChoose}
            >
              ${messages.map(
                (one) =>
                  html`<option value=${one.id} ?selected=${one === message}>
                    ${describeMessage(one, figures, context).text}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }
    <label part="field"
      >${msg('Your text', {id: 'amplify.text', desc: 'The label of a field'})}<textarea
        id="text"
        rows="5"
        dir="auto"
        lang=${composed.lang}
        .value=${text}
        @input=${onWrite}
        @keydown=${stopShortcut}
        @keypress=${stopShortcut}
      ></textarea>
    </label>
    ${
      additions[0]
        ? html`<div part="words" role="group" aria-label=${msg('Add to the text', {id: 'amplify.words'})}>
            ${additions.map(
              (word, i) =>
                html`<label part="word"
                  ><input
                    id=${`word-${i}`}
                    type="checkbox"
                    .checked=${draft.has(word, composed.text)}
                    .value=${word}
                    @change=${onToggle}
                  /><bdi>${word}</bdi>${
                    word === page && countries
                      ? html` <span
                          role="img"
                          aria-label=${countries.includes('BY') ? msg('called “extremist” in Belarus', {id: 'ways.mark'}) : countries}
                          >⚠︎ ${countries}</span
                        >`
                      : nothing
                  }</label
                >`,
            )}
          </div>`
        : nothing
    }
    <p part="actions">
      <button id="copy" @click=${onCopy}>${msg('Copy', {id: 'ways.copy', desc: 'A button'})}</button>
      ${
        'share' in navigator
          ? html`<button id="share" @click=${onShare}>
              ${msg('Share …', {id: 'amplify.share', desc: 'A button that opens the share sheet of the system'})}
            </button>`
          : nothing
      }
      ${
        draft.isEdited
          ? html`<button id="reset" @click=${onReset}>
              ${msg('Start again', {id: 'amplify.reset', desc: 'Takes back what the reader has written'})}
            </button>`
          : nothing
      }
      <span part="done" role="status">${draft.done}</span>
    </p>
    <ul part="networks" role="list">
      ${networks?.NETWORKS.map(renderNetwork)}
      ${
        mayLinkNetworks
          ? html`<li part="network">
              ${renderLink(networks.mailAddress(text), msg('E-mail', {id: 'amplify.email'}))}
            </li>`
          : nothing
      }
    </ul>
    ${
      mayLinkNetworks
        ? html`<label part="server"
            >${msg('Your Mastodon server', {id: 'amplify.server'})}<input
              id="server"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              dir="ltr"
              .value=${draft.server}
              @input=${onServer}
              @keydown=${stopShortcut}
              @keypress=${stopShortcut}
          /></label>`
        : nothing
    }
    ${figure ? renderFigure(figure, options) : nothing}
  </div>`;
};
