import {html, nothing, type TemplateResult} from 'lit';
import {interpolateText} from '../i18n/format.js';
import {needsLitPolicy, photoHostsOf, policyOf, requestsOf, storageOf} from './requests.js';
import type {Form, State} from './state.js';
import {words} from './words.js';

/* What a page must know of the snippet: requests and bytes, storage, security policy, and a text about privacy. */

const number = (value: number) => value.toLocaleString('en');

const loadsOf = (state: State): TemplateResult => {
  const requests = requestsOf(state);
  if (!requests.length) return html`<p>${words.loadsNothing}</p>`;
  const total = requests.reduce((sum, {bytes = 0}) => sum + bytes, 0);
  const isWhole = requests.every(({bytes}) => bytes !== undefined);
  return html`
    ${state.form === 'npm' ? html`<p>${words.bundled}</p>` : nothing}
    <table>
      <thead>
        <tr>
          <th scope="col">${words.file}</th>
          <th scope="col" class="number">${words.bytes}</th>
        </tr>
      </thead>
      <tbody>
        ${requests.map(
          ({file, bytes}) =>
            html`<tr>
              <td translate="no">${file}</td>
              <td class="number">${bytes === undefined ? '?' : number(bytes)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${interpolateText(words.total, {count: requests.length})}</th>
          <td class="number">${number(total)}${isWhole ? nothing : ' + ?'}</td>
        </tr>
      </tfoot>
    </table>
  `;
};

const privacyText = (hosts: readonly string[], form: Form, storage: keyof typeof words.storage | undefined) =>
  [
    interpolateText(form === 'npm' ? words.privacyFigures : words.privacyLoads, {host: hosts.join(', ')}),
    words.privacyServer,
    words.privacyData,
    words.privacyStorage[storage ?? 'none'],
  ].join(' ');

/** The section. `base` is the folder of the script. */
export const factsOf = (state: State, base: string): TemplateResult => {
  const storage = storageOf(state);
  const policy = policyOf(state, base);
  const {form} = state;
  return html`
    <section class="facts" aria-labelledby="facts">
      <h2 id="facts">${words.facts}</h2>
      <h3>${words.loads}</h3>
      ${loadsOf(state)}
      <h3>${words.stores}</h3>
      <p>${storage ? words.storage[storage] : words.storesNothing}</p>
      <h3>${words.policy}</h3>
      ${
        policy
          ? html`<p>${words.policyHint}</p>
              <code-block .code=${policy} .label=${words.policy}></code-block>`
          : html`<p>${words.policyNothing}</p>`
      }
      ${needsLitPolicy(state) ? html`<p>${words.policyLit}</p>` : nothing}
      <h3>${words.privacy}</h3>
      ${
        form === 'static'
          ? html`<p>${words.privacyStatic}</p>`
          : html`<code-block
              .code=${privacyText([new URL(base).host, ...photoHostsOf(state)], form, storage)}
              .label=${words.privacy}
            ></code-block>`
      }
    </section>
  `;
};
