import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/* The fields of our pages, as Lit templates. Each calls back with its new value. */

/** A value and what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** BCP 47, where the label is in another language than the page. */
  readonly lang?: string;
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value. */
  readonly error?: string;
  /** Whether it calls back with every letter. */
  readonly isLive?: boolean;
}

interface InputField extends Field {
  readonly type: 'text' | 'number' | 'date' | 'time' | 'url';
  readonly value: string;
  /** Whether whole numbers are typed: phones show their keypad. */
  readonly isNumeric?: boolean;
  readonly isRequired?: boolean;
  /** Of the text that is typed, BCP 47. */
  readonly lang?: string;
}

type OnChange<T> = (value: T) => void;

/* Handlers of events. */
const withValue = (work: OnChange<string>) => (event: Event) =>
  work((event.target as HTMLInputElement | HTMLSelectElement).value);
const withChecked = (work: OnChange<boolean>) => (event: Event) => work((event.target as HTMLInputElement).checked);

/** What is said below a field, and what connects it with the field. */
const remarksOf = ({id, hint, error}: Field) => html`
  ${hint ? html`<small id="${id}-hint">${hint}</small>` : nothing}
  ${error ? html`<small class="error" id="${id}-error">${error}</small>` : nothing}
`;
const describedBy = ({id, hint, error}: Field) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
const invalid = ({error}: Field) => (error ? 'true' : nothing);

/** A select. */
export const selectField = (
  field: Field & {readonly choices: readonly Choice[]; readonly value: string},
  onChange: OnChange<string>,
): TemplateResult => html`
  <p class="field">
    <label for=${field.id}>${field.label}</label>
    <select
      id=${field.id}
      aria-describedby=${describedBy(field)}
      aria-invalid=${invalid(field)}
      .value=${live(field.value)}
      @change=${withValue(onChange)}
    >
      ${field.choices.map(
        (choice) =>
          html`<option value=${choice.value} lang=${choice.lang ?? nothing} ?selected=${choice.value === field.value}>
            ${choice.label}
          </option>`,
      )}
    </select>
    ${remarksOf(field)}
  </p>
`;

/** An input of one line. */
export const inputField = (field: InputField, onChange: OnChange<string>): TemplateResult => html`
  <p class="field">
    <label for=${field.id}>${field.label}</label>
    <input
      id=${field.id}
      type=${field.type}
      min=${field.type === 'number' ? '0' : nothing}
      inputmode=${field.isNumeric ? 'numeric' : nothing}
      lang=${field.lang ?? nothing}
      aria-describedby=${describedBy(field)}
      aria-invalid=${invalid(field)}
      aria-required=${field.isRequired ? 'true' : nothing}
      autocomplete="off"
      .value=${live(field.value)}
      @change=${withValue(onChange)}
      @input=${field.isLive ? withValue(onChange) : nothing}
    />
    ${remarksOf(field)}
  </p>
`;

/** An input of more than one line. */
export const textareaField = (field: Omit<InputField, 'type'>, onChange: OnChange<string>): TemplateResult => html`
  <p class="field">
    <label for=${field.id}>${field.label}</label>
    <textarea
      id=${field.id}
      rows="3"
      lang=${field.lang ?? nothing}
      aria-describedby=${describedBy(field)}
      aria-invalid=${invalid(field)}
      aria-required=${field.isRequired ? 'true' : nothing}
      .value=${live(field.value)}
      @change=${withValue(onChange)}
      @input=${field.isLive ? withValue(onChange) : nothing}
    ></textarea>
    ${remarksOf(field)}
  </p>
`;

/** A checkbox. */
export const checkboxField = (
  field: Field & {readonly checked: boolean},
  onChange: OnChange<boolean>,
): TemplateResult => html`
  <p class="field check">
    <input
      id=${field.id}
      type="checkbox"
      aria-describedby=${describedBy(field)}
      .checked=${live(field.checked)}
      @change=${withChecked(onChange)}
    />
    <label for=${field.id}>${field.label}</label>
    ${remarksOf(field)}
  </p>
`;

/** One of a few, all visible; `what` says more of a choice. */
export const radioGroup = <T extends string>(
  name: string,
  legend: string,
  choices: readonly {readonly value: T; readonly label: string; readonly what?: string}[],
  value: T,
  onChange: OnChange<T>,
): TemplateResult => html`
  <fieldset class="radios" id=${name}>
    <legend>${legend}</legend>
    <div>
      ${choices.map(
        (choice) => html`
          <label>
            <input
              type="radio"
              name=${name}
              .value=${choice.value}
              .checked=${live(choice.value === value)}
              @change=${withValue(() => onChange(choice.value))}
            />
            <span><b>${choice.label}</b>${choice.what ? html`<small>${choice.what}</small>` : nothing}</span>
          </label>
        `,
      )}
    </div>
  </fieldset>
`;

/** Several of a list, in the order in which they were chosen. */
export const listField = (
  field: Field & {readonly choices: readonly Choice[]; readonly chosen: readonly string[]},
  onChange: OnChange<string[]>,
): TemplateResult => {
  const {id, label, choices, chosen} = field;
  const toggle = (one: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, one] : chosen.filter((each) => each !== one));
  return html`
    <fieldset class="list" id=${id} aria-describedby=${describedBy(field)}>
      <legend>${label}</legend>
      ${choices.map(
        (choice) => html`
          <label>
            <input
              type="checkbox"
              .checked=${live(chosen.includes(choice.value))}
              aria-invalid=${invalid(field)}
              @change=${withChecked((isOn) => toggle(choice.value, isOn))}
            />
            ${choice.label}
          </label>
        `,
      )}
      ${remarksOf(field)}
    </fieldset>
  `;
};
