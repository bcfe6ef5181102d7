import {html, nothing} from 'lit/html.js';
import {amplifyTitle, describePostingRisk} from '../describe/amplify.js';
import {withdrawnWord} from '../describe/correction.js';
import type {Part} from '../describe/parts.js';
import {describeLink} from '../describe/ways.js';
import type {LinkPolicy} from '../feed/links.js';
import type {Message} from '../feed/sections/amplify.js';
import {isComplete, quotedFigure, type Figure} from '../feed/sections/figures.js';
import {msg} from '../i18n/localize.js';
import type {AmplifyDraft, Offer} from './amplify-draft.js';
import {renderFigure, type RenderOptions} from './amplify-figure.js';
import {renderMark} from './marked-link.js';
import {stopShortcut} from './template-element.js';

/** What the form shows. */
export interface FormOptions extends RenderOptions {
  readonly messages: readonly Message[];
  readonly message: Message;
  readonly figures: readonly Figure[];
  /** A message with the figure that it quotes. */
  readonly describe: (message: Message) => Part;
  readonly links: LinkPolicy;
  readonly draft: AmplifyDraft;
  /** Undefined where they cannot be loaded: then the text can be copied. */
  readonly networks?: typeof import('./amplify-networks.js');
}

const valueOf = ({currentTarget}: Event) => (currentTarget as HTMLInputElement).value;

/**
 * Says what became of an action, unless the reader has broken it off. Where the browser or the page forbids it, as in a
 * frame, selects the text: the reader can copy it.
 */
const tryAction = async (
  {currentTarget}: Event,
  action: () => Promise<void>,
  say: (isDone: boolean) => void,
): Promise<void> => {
  const field = (currentTarget as HTMLElement).closest('[part=base]')!.querySelector('textarea')!;
  try {
    await action();
    say(true);
  } catch (error) {
    if ((error as Error | undefined)?.name === 'AbortError') return;
    field.focus();
    field.select();
    say(false);
  }
};

/** The form: the text, what can be added to it, and where it can be posted. */
export const renderForm = (options: FormOptions) => {
  const {messages, message, figures, describe, links, draft, networks, context, level} = options;
  const {locale} = context;
  const {tag, data} = locale;
  const copied = msg('Copied.', {id: 'ways.copied'});
  const selected = msg('Selected: copy it now.', {
    id: 'ways.selected',
    desc: 'A text was selected, since the browser does not allow to copy it',
  });
  const figure = quotedFigure(message, figures);
  const composed = describe(message);
  const link = describeLink(message, links, locale);
  const additions = [...(message.hashtags ?? []), ...(link ? [link.url] : [])];
  const offer: Offer = {message, figure, text: composed.text, additions};
  const text = draft.textOf(offer);
  const before = draft.edited?.figure;
  // What the reader has written quotes the figure as it was.
  const remark =
    message.figure && !figure
      ? withdrawnWord()
      : before && figure && (['value', 'qualifier', 'asOf'] as const).some((name) => before[name] !== figure[name])
        ? msg('The number may have changed since then.', {id: 'counter.changed'})
        : '';
  const onChoose = (event: Event) => draft.reset(valueOf(event));
  const onWrite = (event: Event) => {
    // It has the letters, and would leave the shadow root.
    event.stopPropagation();
    draft.write(valueOf(event), offer);
  };
  const onToggle = (event: Event) => draft.toggle(valueOf(event), offer);
  const onReset = () => draft.reset();
  const onCopy = (event: Event) =>
    tryAction(
      event,
      () => navigator.clipboard.writeText(text),
      (isDone) => draft.say(isDone ? copied : selected),
    );
  const onShare = (event: Event) =>
    tryAction(
      event,
      () => navigator.share({text}),
      // The system has said it.
      (isDone) => draft.say(isDone ? '' : selected),
    );
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
                    ${isComplete(one, figures) ? describe(one).text : withdrawnWord()}
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
        @keyup=${stopShortcut}
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
                    .checked=${draft.has(word, offer)}
                    .value=${word}
                    @change=${onToggle}
                  /><bdi>${word}</bdi>${
                    word === link?.url && link.warning ? [' ', renderMark(link.warning)] : nothing
                  }</label
                >`,
            )}
          </div>`
        : nothing
    }
    <p part="actions">
      <button id="copy" @click=${onCopy}>${msg('Copy', {id: 'ways.copy', desc: 'A button'})}</button>
      ${
        // In a frame only if the page around allows it.
        ((navigator as Partial<Navigator>).canShare?.({text}) ?? 'share' in navigator)
          ? html`<button id="share" @click=${onShare}>
              ${msg('Share …', {id: 'amplify.share', desc: 'A button that opens the share sheet of the system'})}
            </button>`
          : nothing
      }
      ${
        draft.edited
          ? html`<button id="reset" @click=${onReset}>
              ${msg('Start again', {id: 'amplify.reset', desc: 'Takes back what the reader has written'})}
            </button>`
          : nothing
      }
      <span part="done" role="status" .textContent=${draft.done}></span>
    </p>
    ${networks?.renderNetworks({html, text, draft, mayLink: links === 'all', locale, stopShortcut})}
    ${remark ? html`<p part="status" role="status" .textContent=${remark}></p>` : nothing}
    ${figure ? renderFigure(figure, options) : nothing}
  </div>`;
};
