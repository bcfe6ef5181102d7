import {html, nothing, type TemplateResult} from 'lit';
import {isBlocking, severityOf, type Finding, type PlacedFinding} from '../publish/check/findings.js';
import type {FeedJson} from '../publish/feed-file.js';
import type {Locale} from '../i18n/locale-data.js';
import {placeOfFinding, type FieldPlace} from './field-place.js';
import {findingDetail, findingSubject} from './finding-text.js';
import {fill, type Words} from './words/index.js';

/* What `check` says, each finding with a way to the field that it is about. */

interface CheckOptions {
  readonly words: Words;
  readonly locale: Locale;
  readonly json: FeedJson;
  readonly findings: readonly PlacedFinding[];
  /** Those that the feed had when it was opened. */
  readonly old: ReadonlySet<string>;
  onShow(place: FieldPlace): void;
}

const ORDER = ['error', 'suspicious', 'warning'] as const;

/** Two findings are one if they say the same of the same place. */
export const keyOf = ({pointer, message}: Pick<PlacedFinding, 'pointer' | 'message'>) => `${pointer} ${message}`;

/** A finding: what it is, of what, and what to do. */
export const findingText = (options: Pick<CheckOptions, 'words' | 'locale' | 'json'>, finding: Finding) => {
  const {words, json} = options;
  const {id, message, fix} = finding;
  const subject = findingSubject(options, json, finding);
  const detail = findingDetail(options, finding);
  return html`
    <p><b class="severity">${words.severities[severityOf(finding)]}</b> ${words.findings[id]}</p>
    ${subject ? html`<p class="muted">${subject}</p>` : nothing}
    ${detail === undefined ? html`<p lang="en">${message} ${fix}</p>` : html`<p>${detail}</p>`}
  `;
};

const findingItem = (options: CheckOptions, finding: PlacedFinding): TemplateResult => {
  const {words, onShow} = options;
  const {id, severity, line} = finding;
  const place = placeOfFinding(finding);
  const show = () => onShow(place!);
  return html`
    <li class=${severity}>
      ${findingText(options, finding)}
      <p>
        ${
          place
            ? html`<button type="button" class="quiet" @click=${show}>
                ${words.showField}<span class="hidden">: ${words.findings[id]}</span>
              </button>`
            : html`<small>${fill(words.inFile, {line})}</small>`
        }
      </p>
    </li>
  `;
};

const listOf = (options: CheckOptions, findings: readonly PlacedFinding[]) =>
  findings.length
    ? html`<ul class="findings">
        ${[...findings]
          .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
          .map((finding) => findingItem(options, finding))}
      </ul>`
    : nothing;

/** All findings: what blocks and what is new first; warnings that were there before are folded. */
export const checkList = (options: CheckOptions, otherWords: (n: number) => string): TemplateResult => {
  const {words, findings, old} = options;
  const isFirst = (finding: PlacedFinding) => isBlocking(finding) || !old.has(keyOf(finding));
  const first = findings.filter(isFirst);
  const others = findings.filter((finding) => !isFirst(finding));
  const verdict = findings.some(isBlocking)
    ? words.mustNotPublish
    : findings.length
      ? words.mayPublish
      : words.checkClean;
  return html`
    <p class="verdict ${findings.some(isBlocking) ? 'bad' : 'good'}" role="status">${verdict}</p>
    ${listOf(options, first)}
    ${
      others.length
        ? html`<details>
            <summary>${otherWords(others.length)}</summary>
            ${listOf(options, others)}
          </details>`
        : nothing
    }
  `;
};
