import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../i18n/locale-data.js';
import {build} from './build-data.js';
import {checkList} from './check-list.js';
import type {FieldPlace} from './field-place.js';
import type {DeskModel} from './desk-model.js';
import {canRedo, canUndo} from './session.js';
import {canPick, openFile, pickFile, type Opened} from './target.js';
import {count, fill, type Words} from './words/index.js';

/* The parts of the desk around the lists: opening, saving, conflicts, the check, and the history of the session. */

/** A file to choose; the browser's own picker gives one that can be saved. */
export const openPanel = (
  words: Words,
  {error, session}: DeskModel,
  onOpen: (load: () => Promise<Opened | undefined>) => void,
): TemplateResult => {
  const pick = (event: Event) => {
    if (!canPick()) return;
    event.preventDefault();
    onOpen(pickFile);
  };
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) onOpen(() => openFile(file));
    // The same file can be chosen again.
    input.value = '';
  };
  return html`
    <section aria-labelledby="open-title" class="open">
      <h2 id="open-title">${words.openTitle}</h2>
      <p>${words.openHint}</p>
      <p>
        <label class="file">
          <input id="open-file" type="file" accept=".json,application/json" @click=${pick} @change=${choose} />
          <span>${session ? words.openOther : words.open}</span>
        </label>
      </p>
      ${error === undefined ? nothing : html`<p class="note" role="alert">${error}</p>`}
    </section>
  `;
};

/** A feed without numbers. */
export const newPanel = (words: Words, onCreate: (title: string, lang: string) => void): TemplateResult => {
  const create = (event: Event) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    onCreate((data.get('title') as string).trim(), data.get('lang') as string);
  };
  return html`
    <form class="new" @submit=${create}>
      <h2>${words.newTitle}</h2>
      <p>${words.newHint}</p>
      <p class="field">
        <label for="new-title">${words.newName}</label>
        <input id="new-title" name="title" required pattern=".*\\S.*" autocomplete="off" />
      </p>
      <p class="field">
        <label for="new-lang">${words.newLang}</label>
        <select id="new-lang" name="lang">
          ${build.locales.map(
            ({tag, name}) => html`<option value=${tag} lang=${tag} ?selected=${tag === words.tag}>${name}</option>`,
          )}
        </select>
      </p>
      <p><button type="submit">${words.create}</button></p>
    </form>
  `;
};

/** The file, and what can be done with all of it. */
export const fileBar = (words: Words, model: DeskModel): TemplateResult => {
  const {session, isDirty, target, isBusy, message, isRefused} = model;
  const undo = () => model.undo();
  const redo = () => model.redo();
  const save = () => model.save();
  const saveAnyway = () => model.save(true);
  const download = () => model.download();
  return html`
    <section class="bar" aria-label=${words.file}>
      <p>
        <b translate="no">${session!.file.path}</b>
        <span class="mark ${isDirty ? 'stale' : ''}">${isDirty ? words.unsaved : words.saved}</span>
      </p>
      <p class="buttons">
        <button type="button" id="undo" ?disabled=${!canUndo(session!)} @click=${undo}>${words.undo}</button>
        <button type="button" id="redo" ?disabled=${!canRedo(session!)} @click=${redo}>${words.redo}</button>
        ${target ? html`<button type="button" id="download" @click=${download}>${words.download}</button>` : nothing}
        <button type="button" id="save" class="primary" ?disabled=${isBusy} @click=${save}>
          ${target ? words.save : words.download}
        </button>
      </p>
      <p role="status">${message}</p>
      ${
        isRefused
          ? html`<p><button type="button" id="save-anyway" @click=${saveAnyway}>${words.saveAnyway}</button></p>`
          : nothing
      }
    </section>
  `;
};

/** What to do where somebody else has changed the file. */
export const conflictPanel = (words: Words, model: DeskModel): TemplateResult => {
  const take = () => model.resolve('take');
  const keep = () => model.resolve('keep');
  const download = () => model.downloadMine();
  return html`
    <section class="note" id="conflict" tabindex="-1" aria-labelledby="conflict-title">
      <h2 id="conflict-title">${words.conflictTitle}</h2>
      <p>${fill(words.conflict, {file: model.session!.file.path})}</p>
      <p class="buttons">
        <button type="button" id="take" @click=${take}>${words.conflictTake}</button>
        <small>${words.conflictTakeHint}</small>
      </p>
      <p class="buttons">
        <button type="button" id="keep" @click=${keep}>${words.conflictKeep}</button>
        <small>${words.conflictKeepHint}</small>
      </p>
      <p class="buttons">
        <button type="button" id="download-mine" @click=${download}>${words.conflictDownload}</button>
      </p>
    </section>
  `;
};

/** What `check` says, and the reason with which suspicious changes are accepted. */
export const checkPanel = (
  words: Words,
  locale: Locale,
  model: DeskModel,
  onShow: (place: FieldPlace) => void,
): TemplateResult => {
  const {findings} = model.draft;
  const [item] = model.suspiciousItems;
  const accept = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const reason = (new FormData(form).get('reason') as string).trim();
    if (reason && model.accept(reason)) form.reset();
  };
  const others = (n: number) => count(words.otherFindings, n, locale);
  return html`
    <section aria-labelledby="check-title">
      <h2 id="check-title">${words.check}</h2>
      ${checkList({words, locale, json: model.json, findings, old: model.oldFindings, onShow}, others)}
      ${
        item !== undefined && !model.hasErrors
          ? html`<form class="reason" @submit=${accept}>
              <p class="field">
                <label for="reason"><b>${model.titleOf(item)}</b> · ${words.reason}</label>
                <textarea id="reason" name="reason" rows="2" required></textarea>
              </p>
              <p><button type="submit">${words.accept}</button></p>
            </form>`
          : nothing
      }
    </section>
  `;
};

/** Every state of the feed since it was opened. */
export const historyPanel = (words: Words, model: DeskModel): TemplateResult => {
  const {states, at} = model.session!;
  return html`
    <details class="history">
      <summary>${words.history}</summary>
      <ol>
        ${states.map(({what}, i) => {
          const go = () => model.goTo(i);
          return html`<li>
            <button type="button" class="quiet" aria-current=${i === at ? 'step' : nothing} @click=${go}>
              ${what || words.opened}
            </button>
          </li>`;
        })}
      </ol>
    </details>
  `;
};
