import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {formatDate, formatNumber} from '../i18n/format.js';
import type {Locale} from '../i18n/locale-data.js';
import type {FeedJson} from '../publish/feed-file.js';
import {decodeUtf8} from '../publish/user-error.js';
import {inputField, selectField} from '../ui/field-templates.js';
import {changedItems, type Reasons} from '../publish/acceptance.js';
import {findingText} from './check-list.js';
import {reasonOf} from './desk-model.js';
import {itemsOf} from './edits.js';
import {titleOf} from './labels.js';
import {examineList, readList, type ListChoice, type ReadList} from './read-list.js';
import {openFile, type Opened} from './target.js';
import {count, fill, type Words} from './words/index.js';

const KINDS = ['viasna', 'days', 'mapping'] as const;

/** Numbers from a list: what it is, what it would change, and taking that over. */
export class ImportList extends LitElement {
  static override properties = {
    words: {attribute: false},
    json: {attribute: false},
    dropped: {attribute: false},
    choice: {state: true},
    result: {state: true},
    error: {state: true},
  };

  declare words: Words;
  declare locale: Locale;
  /** The feed as it would be saved. */
  declare json: FeedJson;
  /** A list that was dropped on the page. */
  declare dropped?: Opened;
  /** Called with the feed with the numbers, and what was done. */
  declare onTake: (json: FeedJson, what: string) => void;
  declare choice?: ListChoice;
  declare result?: ReadList;
  declare error?: string;
  #columns: readonly string[] = [];

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    // What was shown is of another feed.
    if (changed.has('json')) this.result = undefined;
    if (changed.has('dropped') && this.dropped) void this.#examine(this.dropped);
  }

  async #examine({name, bytes}: Opened) {
    this.choice = this.result = this.error = undefined;
    try {
      const {choice, columns} = await examineList(name, bytes);
      this.#columns = columns;
      this.choice = choice;
      // A list of persons needs no question, if its name has the day.
      if (choice.kind === 'viasna' && choice.date) await this.#read();
    } catch (error) {
      this.error = reasonOf(error);
    }
  }

  async #read(reasons?: Reasons) {
    this.result = this.error = undefined;
    try {
      this.result = await readList(this.json, this.choice!, reasons);
    } catch (error) {
      this.error = reasonOf(error);
    }
  }

  /** What was shown is no longer what would be taken over. */
  #set(change: Partial<ListChoice>) {
    this.choice = {...this.choice!, ...change};
    this.result = this.error = undefined;
  }

  #onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void openFile(file).then((opened) => this.#examine(opened));
    input.value = '';
  };

  #onMapping = async (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    try {
      const {name, bytes} = await openFile(file);
      this.#set({mapping: {name, text: decodeUtf8(name, bytes)}});
    } catch (error) {
      this.error = reasonOf(error);
    }
  };

  #onShow = (event: Event) => {
    event.preventDefault();
    void this.#read();
  };

  #onTake = async (event: Event) => {
    event.preventDefault();
    const items = changedItems(this.result!.imported.suspicious);
    const given = new FormData(event.target as HTMLFormElement);
    if (items.length) await this.#read(new Map(items.map((item) => [item, (given.get(item) as string).trim()])));
    if (!this.result) return;
    this.onTake(this.result.imported.feed, fill(this.words.importedNumbers, {file: this.choice!.name}));
    this.choice = this.result = undefined;
  };

  #titleOf(id: string) {
    const {json, words} = this;
    const figures = itemsOf(this.result?.imported.feed ?? json, 'figures');
    return titleOf(figures.find((figure) => figure.id === id) ?? {id}, words, json.lang ?? 'en');
  }

  #columnsForm({dateColumn, valueColumns}: ListChoice): TemplateResult {
    const {words, json} = this;
    const columns = this.#columns.map((column) => ({value: column, label: column}));
    const ids = itemsOf(json, 'figures').flatMap(({id}) => (typeof id === 'string' ? [id] : []));
    return html`
      ${selectField({id: 'list-date-column', label: words.dateColumn, choices: columns, value: dateColumn}, (column) =>
        this.#set({dateColumn: column}),
      )}
      ${ids.map((id) =>
        selectField(
          {
            id: `list-column-${id}`,
            label: fill(words.valueColumn, {title: this.#titleOf(id)}),
            choices: [{value: '', label: words.noColumn}, ...columns],
            value: (Object.hasOwn(valueColumns, id) && valueColumns[id]) || '',
          },
          (column) => this.#set({valueColumns: {...valueColumns, [id]: column}}),
        ),
      )}
    `;
  }

  #choiceForm(choice: ListChoice): TemplateResult {
    const {words} = this;
    const labels = {viasna: words.listViasna, days: words.listDays, mapping: words.listMapping};
    const kinds = KINDS.map((value) => ({value, label: labels[value]}));
    return html`
      <form class="item" novalidate @submit=${this.#onShow}>
        <h3 translate="no">${choice.name}</h3>
        ${selectField({id: 'list-kind', label: words.listKind, choices: kinds, value: choice.kind}, (kind) =>
          this.#set({kind: kind as ListChoice['kind']}),
        )}
        ${
          choice.kind === 'days'
            ? this.#columnsForm(choice)
            : inputField({id: 'list-date', label: words.listDate, type: 'date', value: choice.date}, (date) =>
                this.#set({date}),
              )
        }
        ${
          choice.kind === 'mapping'
            ? html`<p class="field">
                <label for="list-mapping">${words.mappingFile}</label>
                <input id="list-mapping" type="file" accept=".json" @change=${this.#onMapping} />
              </p>`
            : nothing
        }
        ${inputField({id: 'list-source', label: words.listSource, type: 'text', value: choice.source}, (source) =>
          this.#set({source}),
        )}
        <p><button type="submit">${words.showChanges}</button></p>
      </form>
    `;
  }

  #changes({tally, imported}: ReadList): TemplateResult {
    const {words, locale} = this;
    const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, locale.data));
    const {suspicious, isChanged, changes} = imported;
    const notes = [...tally.notes, ...imported.notes];
    return html`
      <section aria-labelledby="changes-title">
        <h3 id="changes-title">${count(words.rowsRead, tally.rows, locale)}</h3>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.figure}</th>
              <th scope="col" class="number">${words.was}</th>
              <th scope="col" class="number">${words.is}</th>
              <th scope="col">${words.fields.asOf}</th>
            </tr>
          </thead>
          <tbody>
            ${changes.map(
              ({id, was, is, asOf}) => html`
                <tr>
                  <th scope="row">${this.#titleOf(id)}</th>
                  <td class="number">${number(was)}</td>
                  <td class="number"><b>${number(is)}</b></td>
                  <td>${formatDate(asOf, locale.data)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
        ${
          notes.length
            ? html`<ul lang="en">
                ${notes.map((note) => html`<li>${note}</li>`)}
              </ul>`
            : nothing
        }
        ${
          isChanged
            ? html`<form class="reason" @submit=${this.#onTake}>
                ${
                  suspicious.length
                    ? html`<ul class="findings">
                          ${suspicious.map(
                            (finding) =>
                              html`<li class="suspicious">
                                ${findingText({words, locale, json: this.json}, finding)}
                              </li>`,
                          )}
                        </ul>
                        ${changedItems(suspicious).map(
                          (item) =>
                            html`<p class="field">
                              <label for=${`why-${item}`}
                                ><b>${this.#titleOf(item)}</b> · ${words.suspiciousImport}</label
                              >
                              <textarea id=${`why-${item}`} name=${item} rows="2" required></textarea>
                            </p>`,
                        )}`
                    : nothing
                }
                <p><button type="submit" class="primary" id="take-numbers">${words.takeNumbers}</button></p>
              </form>`
            : html`<p class="note">${words.nothingNew}</p>`
        }
      </section>
    `;
  }

  protected override render() {
    const {words, choice, result, error} = this;
    return html`
      <section aria-labelledby="import-title">
        <h2 id="import-title">${words.importTitle}</h2>
        <p>${words.importHint}</p>
        <p>
          <label class="file">
            <input id="list-file" type="file" accept=".csv,text/csv,.txt" @change=${this.#onFile} />
            <span>${words.chooseList}</span>
          </label>
        </p>
        ${choice ? this.#choiceForm(choice) : nothing}
        ${error === undefined ? nothing : html`<p class="note" role="alert" lang="en">${error}</p>`}
        ${result ? this.#changes(result) : nothing}
      </section>
    `;
  }
}
