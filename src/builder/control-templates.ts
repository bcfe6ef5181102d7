import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Choice, Control} from './controls.js';
import {words} from './words.js';

/* The fields of the builder. Each calls back with its new value; undefined where the attribute is to be left out. */

type OnChange = (value: string | undefined) => void;

/* Handlers of events. */
const withValue = (work: (value: string) => void) => (event: Event) =>
  work((event.target as HTMLInputElement | HTMLSelectElement).value);
const withChecked = (work: (checked: boolean) => void) => (event: Event) =>
  work((event.target as HTMLInputElement).checked);

const hintOf = (id: string, hint: string | undefined) =>
  hint ? html`<small id="${id}-hint">${hint}</small>` : nothing;
const describedBy = (id: string, hint: string | undefined) => (hint ? `${id}-hint` : nothing);

/** A select. */
export const selectField = (
  id: string,
  label: string,
  choices: readonly (Choice & {readonly lang?: string})[],
  value: string,
  onChange: (value: string) => void,
  hint?: string,
): TemplateResult => html`
  <p class="field">
    <label for=${id}>${label}</label>
    <select id=${id} aria-describedby=${describedBy(id, hint)} .value=${live(value)} @change=${withValue(onChange)}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} lang=${choice.lang ?? nothing} ?selected=${choice.value === value}>
            ${choice.label}
          </option>`,
      )}
    </select>
    ${hintOf(id, hint)}
  </p>
`;

/** An input of one line. */
export const inputField = (
  id: string,
  label: string,
  type: 'text' | 'number' | 'date' | 'url',
  value: string,
  onChange: (value: string) => void,
  hint?: string,
): TemplateResult => html`
  <p class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      min=${type === 'number' ? '0' : nothing}
      aria-describedby=${describedBy(id, hint)}
      autocomplete="off"
      .value=${live(value)}
      @change=${withValue(onChange)}
    />
    ${hintOf(id, hint)}
  </p>
`;

/** A checkbox. */
export const checkboxField = (
  id: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
  hint?: string,
): TemplateResult => html`
  <p class="field check">
    <input
      id=${id}
      type="checkbox"
      aria-describedby=${describedBy(id, hint)}
      .checked=${live(checked)}
      @change=${withChecked(onChange)}
    />
    <label for=${id}>${label}</label>
    ${hintOf(id, hint)}
  </p>
`;

/** One of a few, all visible; `what` says more of a choice. */
export const radioGroup = <T extends string>(
  name: string,
  legend: string,
  choices: readonly {readonly value: T; readonly label: string; readonly what?: string}[],
  value: T,
  onChange: (value: T) => void,
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

/** Several of a list; the value has them separated by spaces. */
const listField = (id: string, {label, hint, choices}: Control, value: string, onChange: OnChange) => {
  const chosen = value.split(' ').filter(Boolean);
  const toggle = (one: string, isOn: boolean) => {
    const next = choices.map((choice) => choice.value).filter((each) => (each === one ? isOn : chosen.includes(each)));
    onChange(next.length ? next.join(' ') : undefined);
  };
  return html`
    <fieldset class="list" id=${id} aria-describedby=${describedBy(id, hint)}>
      <legend>${label}</legend>
      ${choices.map(
        (choice) => html`
          <label>
            <input
              type="checkbox"
              .checked=${live(chosen.includes(choice.value))}
              @change=${withChecked((isOn) => toggle(choice.value, isOn))}
            />
            ${choice.label}
          </label>
        `,
      )}
      ${hintOf(id, hint)}
    </fieldset>
  `;
};

/** The field of an attribute. */
export const fieldOf = (control: Control, value: string | undefined, onChange: OnChange): TemplateResult => {
  const {name, label, hint, kind, choices} = control;
  const id = `field-${name}`;
  const orAbsent = (text: string) => onChange(text || undefined);
  switch (kind) {
    case 'select':
      return selectField(id, label, choices, value ?? '', orAbsent, hint);
    case 'list':
      return listField(id, control, value ?? '', onChange);
    case 'checkbox':
      return checkboxField(id, label, value !== undefined, (isOn) => onChange(isOn ? '' : undefined), hint);
    case 'since':
      return html`
        ${checkboxField(id, label, value !== undefined, (isOn) => onChange(isOn ? '' : undefined), hint)}
        ${
          value === undefined
            ? nothing
            : inputField(`${id}-date`, words.since, 'date', value, (date) => onChange(date), words.sinceHint)
        }
      `;
    default:
      return inputField(id, label, kind, value ?? '', orAbsent, hint);
  }
};
