import {parseTree, printParseErrorCode, type Node, type ParseError} from 'jsonc-parser';
import {UserError} from './user-error.js';

/*
 * A feed is kept in version control and edited by hand: a mistake is reported with its line and column, and a command
 * that changes three numbers changes three lines.
 */

/** A valid JSON text. */
export interface JsonFile {
  readonly path: string;
  readonly text: string;
  readonly json: unknown;
  /** The syntax tree of the text. */
  readonly root: Node;
}

/** A place in a text; both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const STRICT = {disallowComments: true, allowTrailingComma: false};

const RESTORE = 'Restore the file, or create a new feed: solidarity-feed init';
const QUOTES = 'Write texts in double quotes, and numbers, true, false and null without.';
/** What each error of the parser means, and how to fix it. */
const JSON_ERRORS: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  InvalidSymbol: ['this word is not a JSON value', QUOTES],
  InvalidNumberFormat: ['this is not a number', 'Write digits alone, such as 1140.'],
  PropertyNameExpected: ['a key in double quotes is missing', 'Add the key, or remove the comma before it.'],
  ValueExpected: ['a value is missing', 'Add the value, or remove the comma before it.'],
  ColonExpected: ['a colon is missing', 'Write "key": value.'],
  CommaExpected: ['a comma is missing', 'Add a comma after this value.'],
  CloseBraceExpected: ['the closing } is missing', 'Add it. If the file was cut off, restore the whole file.'],
  CloseBracketExpected: ['the closing ] is missing', 'Add it. If the file was cut off, restore the whole file.'],
  EndOfFileExpected: ['there is more after the end', 'Remove it. Are there too many closing braces?'],
  InvalidCommentToken: ['JSON has no comments', 'Remove the comment.'],
  UnexpectedEndOfString: ['a text has no closing quote', 'Add a " at the end of the text.'],
  InvalidUnicode: ['this escape is not a character', 'Write the character itself, or \\u and four hexadecimal digits.'],
  InvalidEscapeCharacter: ['this escape is not known', 'Write \\\\ for a backslash.'],
  InvalidCharacter: ['a text contains a line end or tab', 'Write \\n for a line end, and \\t for a tab.'],
};

/** Where the lines of the last text begin: thousands of findings may be in one. */
let known: {readonly text: string; readonly starts: readonly number[]} = {text: '', starts: [0]};

export const placeAt = (text: string, offset: number): Place => {
  if (known.text !== text) known = {text, starts: [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]};
  const line = known.starts.findLastIndex((start) => start <= offset);
  return {line: line + 1, column: offset - known.starts[line]! + 1};
};

const jsonError = (path: string, text: string, offset: number, message: string, fix: string) => {
  const {line, column} = placeAt(text, offset);
  return new UserError(`${path} is not valid JSON: line ${line}, column ${column}: ${message}.`, fix);
};

/** The parser misses a comma where a bracket closes that is not the last one that was opened. */
const codeOf = (text: string, {offset, error}: ParseError): string => {
  const code = printParseErrorCode(error);
  if (code !== 'CommaExpected' || !/[\]}]/.test(text[offset] ?? '')) return code;
  return text[offset] === '}' ? 'CloseBracketExpected' : 'CloseBraceExpected';
};

/** The parser reports what follows a mistake. The mistake is the comma that is too many, or after what comes before. */
const mistakeAt = (text: string, {offset, error}: ParseError): number => {
  const end = text.slice(0, offset).trimEnd().length;
  const code = printParseErrorCode(error);
  if (/^(PropertyName|Value)Expected$/.test(code) && text[end - 1] === ',') return end - 1;
  return /^(Comma|Colon|Close\w+)Expected$/.test(code) ? Math.max(end - 1, 0) : offset;
};

/** A key that an object has twice: programs would read only the last one. */
const repeatedKey = (node: Node): Node | undefined => {
  const keys = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children![0]! : undefined;
    if (key && keys.has(key.value)) return key;
    keys.add(key?.value);
    const inner = repeatedKey(key ? child.children![1]! : child);
    if (inner) return inner;
  }
  return undefined;
};

/** Parses a file's text. Throws a UserError with the place of the first mistake. */
export const parseJson = (path: string, text: string): JsonFile => {
  const errors: ParseError[] = [];
  if (!text.trim()) throw new UserError(`${path} is empty.`, RESTORE);
  try {
    const root = parseTree(text, errors, STRICT);
    const [error] = errors;
    if (error) {
      const [message, fix] = JSON_ERRORS[codeOf(text, error)] ?? ['there is a mistake', QUOTES];
      throw jsonError(path, text, mistakeAt(text, error), message, fix);
    }
    const json: unknown = JSON.parse(text);
    const repeated = repeatedKey(root!);
    if (repeated)
      throw jsonError(path, text, repeated.offset, `the key “${repeated.value}” is there twice`, 'Remove one of them.');
    return {path, text, json, root: root!};
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof RangeError)
      throw new UserError(`${path} has too many brackets within brackets to be read.`, 'Is it the right file?');
    throw new UserError(`${path} is not valid JSON.`, RESTORE);
  }
};

/** The place of the value at a JSON pointer; of a missing one, that of the object that lacks it. */
export const placeOf = ({text, root}: Pick<JsonFile, 'text' | 'root'>, pointer: string): Place => {
  let node = root;
  for (const key of pointer.split('/').slice(1)) {
    const {type, children = []} = node;
    const next = type === 'array' ? children[+key] : children.find(({children: [name] = []}) => name!.value === key);
    if (!next) break;
    node = type === 'array' ? next : next.children![1]!;
  }
  return placeAt(text, node.offset);
};

/** A pointer without its indexes, which is the same for all points of a history. */
const patternOf = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/** Whether the values of each pattern are written on one line. */
const inlinePatterns = (text: string, root: Node): Map<string, boolean> => {
  const patterns = new Map<string, boolean>();
  const walk = ({type, offset, length, children = []}: Node, pointer: string) => {
    patterns.set(patternOf(pointer), !text.slice(offset, offset + length).includes('\n'));
    children.forEach((child, i) =>
      type === 'object'
        ? walk(child.children![1]!, `${pointer}/${child.children![0]!.value}`)
        : walk(child, `${pointer}/${i}`),
    );
  };
  walk(root, '');
  return patterns;
};

/** For each new item of a list the old one that it replaces: lists are the same at their start and end. */
const matchItems = (old: readonly string[], items: readonly unknown[]): (number | undefined)[] => {
  const texts = items.map((item) => JSON.stringify(item));
  const shorter = Math.min(old.length, items.length);
  let [start, end] = [0, 0];
  while (start < shorter && old[start] === texts[start]) start++;
  while (end < shorter - start && old.at(-1 - end) === texts.at(-1 - end)) end++;
  return items.map((_, i) => {
    if (i >= items.length - end) return i + old.length - items.length;
    return i < old.length - end ? i : undefined;
  });
};

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * The JSON text of a value, in which all that is as in the text of the file keeps its bytes. What is new is written as
 * its neighbours are: with their indentation, and on one line if similar values are.
 */
export const editJson = ({text, root}: Pick<JsonFile, 'text' | 'root'>, value: unknown): string => {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '  ';
  const colon = /"(?:[^"\\]|\\.)*"(\s*:\s*)/.exec(text)?.[1] ?? ': ';
  const comma = colon.endsWith(' ') ? ', ' : ',';
  const padding = /[{] "/.test(text) ? ' ' : '';
  const patterns = inlinePatterns(text, root);

  const stringify = (node: unknown, pointer: string, margin: string, parentInline: boolean): string => {
    if (!isContainer(node)) return JSON.stringify(node);
    const entries = Object.entries(node).filter(([, inner]) => inner !== undefined);
    const isList = Array.isArray(node);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    if (!entries.length) return open + close;
    const inline = parentInline || (patterns.get(patternOf(pointer)) ?? !text.includes('\n'));
    const inner = margin + indent;
    const items = entries.map(
      ([key, item]) =>
        (isList ? '' : JSON.stringify(key) + colon) + stringify(item, `${pointer}/${key}`, inner, inline),
    );
    if (!inline) return open + newline + inner + items.join(`,${newline}${inner}`) + newline + margin + close;
    return open + (isList ? '' : padding) + items.join(comma) + (isList ? '' : padding) + close;
  };

  const rewrite = (node: Node, next: unknown, pointer: string, margin: string): string => {
    const {offset, length, children = []} = node;
    const old = text.slice(offset, offset + length);
    if (JSON.stringify(JSON.parse(old)) === JSON.stringify(next)) return old;
    const isList = node.type === 'array';
    const entries = isContainer(next) ? Object.entries(next).filter(([, inner]) => inner !== undefined) : [];
    if (!entries.length || !children.length || isList !== Array.isArray(next) || !/array|object/.test(node.type))
      return stringify(next, pointer, margin, !old.includes('\n') && children.length > 0);
    const textOf = (child: Node) => JSON.stringify(JSON.parse(text.slice(child.offset, child.offset + child.length)));
    const matches = isList
      ? matchItems(children.map(textOf), Object.values(next as object))
      : entries.map(([key]) => children.findIndex((child) => child.children![0]!.value === key));
    const start = text.slice(offset + 1, children[0]!.offset);
    const inner = start.includes('\n') ? start.slice(start.lastIndexOf('\n') + 1) : margin;
    const endOf = (child: Node) => child.offset + child.length;
    const parts = entries.map(([key, item], i) => {
      const [child, previous] = [children[matches[i] ?? -1], children[matches[i - 1] ?? -1]];
      const path = `${pointer}/${key}`;
      const isNext = child && previous && children.indexOf(child) === children.indexOf(previous) + 1;
      const gap = i === 0 ? start : isNext ? text.slice(endOf(previous), child.offset) : `,${start || comma.slice(1)}`;
      if (!child) {
        const json = stringify(item, path, inner, !start.includes('\n'));
        return gap + (isList ? '' : JSON.stringify(key) + colon) + json;
      }
      const own = isList ? child : child.children![1]!;
      return gap + text.slice(child.offset, own.offset) + rewrite(own, item, path, inner);
    });
    return old[0] + parts.join('') + text.slice(endOf(children.at(-1)!), offset + length);
  };

  return text.slice(0, root.offset) + rewrite(root, value, '', '') + text.slice(root.offset + root.length);
};
