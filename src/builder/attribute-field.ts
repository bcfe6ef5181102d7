import {html, nothing, type TemplateResult} from 'lit';
import {checkboxField, inputField, listField, selectField} from '../ui/field-templates.js';
import type {Control} from './controls.js';
import {words} from './words.js';

/**
 * The field of an attribute. It calls back with the attribute's new value; undefined where the attribute is to be left
 * out. Of a list, the value has the items separated by spaces.
 */
export const attributeField = (
  control: Control,
  value: string | undefined,
  onChange: (value: string | undefined) => void,
): TemplateResult => {
  const {name, label, hint, kind, choices} = control;
  const field = {id: `field-${name}`, label, hint};
  const orAbsent = (text: string) => onChange(text || undefined);
  const toggle = () =>
    checkboxField({...field, checked: value !== undefined}, (isOn) => onChange(isOn ? '' : undefined));
  switch (kind) {
    case 'select': {
      // An item that the feed no longer has is said, and can be left.
      const isKnown = value === undefined || choices.some((choice) => choice.value === value);
      const all = isKnown ? choices : [...choices, {value, label: value}];
      return selectField({...field, choices: all, value: value ?? ''}, orAbsent);
    }
    case 'list':
      return listField({...field, choices, chosen: value?.split(' ').filter(Boolean) ?? []}, (chosen) =>
        orAbsent(chosen.join(' ')),
      );
    case 'checkbox':
      return toggle();
    case 'since':
      return html`
        ${toggle()}
        ${
          value === undefined
            ? nothing
            : inputField(
                {id: `${field.id}-date`, label: words.since, type: 'date', value, hint: words.sinceHint},
                onChange,
              )
        }
      `;
    default:
      return inputField({...field, type: kind, value: value ?? ''}, orAbsent);
  }
};
