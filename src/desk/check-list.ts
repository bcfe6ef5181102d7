import {html, nothing, type TemplateResult} from 'lit';
import {isBlocking, type PlacedFinding} from '../publish/check/findings.js';
import type {FormName} from './form-fields.js';
import {formFields} from './form-fields.js';
import {fill, type Words} from './words/index.js';

/* What `check` says, each finding with a way to the field that it is about. */

/** A field of a form, of an item of the feed. */
export interface FieldPlace {
  readonly form: FormName;
  readonly index?: number;
  readonly path?: string;
}

/** The form with the field of a JSON pointer; undefined for what the desk has no form for. */
export const placeOfPointer = (pointer: string): FieldPlace | undefined => {
  const [, section = '', item, ...keys] = pointer.split('/');
  const index = Number(item);
  const has = (form: FormName, path: string) => {
    const {main, more} = formFields(form);
    return [...main, ...more].some(
      (field) => field.path === path || field.path.startsWith(`${path}/`) || path.startsWith(`${field.path}/`),
    );
  };
  const path = keys.join('/');
  switch (section) {
    case 'figures':
      if (!Number.isInteger(index)) return undefined;
      if (/^(history|annotations)/.test(path)) return undefined;
      return has('count', path) && path ? {form: 'count', index, path} : {form: 'figures', index, path};
    case 'people':
      return Number.isInteger(index) ? {form: 'people', index} : undefined;
    case 'events':
    case 'ways':
    case 'organisations':
    case 'observances':
    case 'campaigns':
    case 'corrections':
      return Number.isInteger(index) && (!path || has(section, path))
        ? {form: section, index, path: path || 'checkedAt'}
        : undefined;
    default:
      return item === undefined && has('head', section) ? {form: 'head', path: section} : undefined;
  }
};

interface CheckOptions {
  readonly words: Words;
  readonly findings: readonly PlacedFinding[];
  /** Those that the feed had when it was opened. */
  readonly old: ReadonlySet<string>;
  onShow(place: FieldPlace): void;
}

const ORDER = ['error', 'suspicious', 'warning'] as const;

/** Two findings are one if they say the same of the same place. */
export const keyOf = ({pointer, message}: Pick<PlacedFinding, 'pointer' | 'message'>) => `${pointer} ${message}`;

const findingItem = ({words, onShow}: CheckOptions, finding: PlacedFinding): TemplateResult => {
  const {id, severity, pointer, line, message, fix} = finding;
  const place = placeOfPointer(pointer);
  const show = () => onShow(place!);
  return html`
    <li class=${severity}>
      <p><b class="severity">${words.severities[severity]}</b> ${words.findings[id]}</p>
      <p lang="en">${message} ${fix}</p>
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
