import {withdrawnWord} from '../describe/correction.js';
import {describeMessage} from '../describe/figure.js';
import {textPart, type Context} from '../describe/parts.js';
import {page} from '../dom/page.js';
import {create} from '../dom/create.js';
import {parseSection, type RawFeed} from '../feed/section.js';
import {figures, isComplete, type Figure} from '../feed/sections/figures.js';
import type {Template} from '../feed/sections/ways.js';
import {loadLocaleOf} from '../i18n/load-locale.js';
import {updateAll} from '../i18n/locale-controller.js';
import {msg, setActiveLocale} from '../i18n/localize.js';

const figuresOf = (feed: RawFeed): readonly Figure[] => {
  try {
    return parseSection(feed, figures);
  } catch {
    return [];
  }
};

/** A draft of a letter or a statement, to copy. As nodes, new each time, as its card. */
export const renderTemplate = async (template: Template, feed: RawFeed, context: Context): Promise<HTMLElement> => {
  const {locale} = context;
  const all = figuresOf(feed);
  const load = () => loadLocaleOf(textPart(template.text, context).lang, updateAll);
  await load().settled;
  const {text, lang} = describeMessage(template, all, context, load().locale);
  setActiveLocale(locale);
  if (!isComplete(template, all)) return create('p', {part: 'draft'}, withdrawnWord());
  const copied = msg('Copied.', {id: 'ways.copied'});
  const selected = msg('Selected: copy it now.', {
    id: 'ways.selected',
    desc: 'A text was selected, since the browser does not allow to copy it',
  });
  const draft = create('p', {part: 'draft-text', lang}, text);
  const done = create('span', {role: 'status'});
  const button = create('button', {part: 'copy'}, msg('Copy', {id: 'ways.copy', desc: 'A button'}));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      done.textContent = copied;
    } catch {
      page.getSelection()?.selectAllChildren(draft);
      done.textContent = selected;
    }
  });
  return create(
    'div',
    {},
    create('p', {part: 'draft'}, msg('A draft: adapt it before you use it.', {id: 'ways.draft'})),
    draft,
    create('p', {}, button, ' ', done),
  );
};
