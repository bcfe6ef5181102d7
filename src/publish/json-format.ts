/*
 * A feed is kept in version control and edited by hand: a command that changes three numbers should change three lines.
 * So JSON is written in the format that the file already has.
 */

/** Where a value is in a JSON file: its line, from 1, and whether it is written on one line. */
export interface JsonLocation {
  readonly line: number;
  readonly inline: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The location of every value of a valid JSON text, by JSON pointer. */
export const locate = (text: string): Map<string, JsonLocation> => {
  const locations = new Map<string, JsonLocation>();
  const parents: {pointer: string; line: number; isList: boolean; key?: string | number}[] = [];
  let [line, end] = [1, 0];
  for (const {0: token, index} of text.matchAll(TOKEN)) {
    line += text.slice(end, index).split('\n').length - 1;
    end = index;
    const parent = parents.at(-1);
    if (token === '}' || token === ']') {
      const {pointer, line: start} = parents.pop()!;
      locations.set(pointer, {line: start, inline: start === line});
    } else if (token === ',') parent!.key = parent!.isList ? (parent!.key as number) + 1 : undefined;
    else if (token === ':') continue;
    else if (parent && parent.key === undefined) parent.key = JSON.parse(token) as string;
    else {
      const pointer = parent ? `${parent.pointer}/${parent.key}` : '';
      locations.set(pointer, {line, inline: true});
      if (token === '{' || token === '[')
        parents.push({pointer, line, isList: token === '[', key: token === '[' ? 0 : undefined});
    }
  }
  return locations;
};

/** A pointer without its indexes, which is the same for all points of a history. */
const patternOf = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/**
 * The JSON text of a value in the format of the text that it replaces: its indentation and line ends, and on one line
 * what is on one line there (for a new value: if similar ones are). Unchanged data gives the same text, byte for byte,
 * if the format is consistent.
 */
export const stringifyLike = (value: unknown, text: string): string => {
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '';
  const end = /\s*$/.exec(text)![0];
  const colon = /^\s*\{\s*"(?:[^"\\]|\\.)*":\S/.test(text) ? ':' : ': ';
  const comma = colon === ':' ? ',' : ', ';
  const padding = /[{] "/.test(text) ? ' ' : '';
  const locations = locate(text);
  const patterns = new Map([...locations].map(([pointer, {inline}]) => [patternOf(pointer), inline]));

  const stringify = (node: unknown, pointer: string, margin: string, parentInline: boolean): string => {
    if (typeof node !== 'object' || node === null) return JSON.stringify(node);
    const isList = Array.isArray(node);
    const entries = Object.entries(node).filter(([, inner]) => inner !== undefined);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    if (!entries.length) return open + close;
    const inline =
      parentInline || (locations.get(pointer)?.inline ?? patterns.get(patternOf(pointer)) ?? !text.includes('\n'));
    const innerMargin = margin + indent;
    const items = entries.map(([key, item]) => {
      const json = stringify(item, `${pointer}/${key}`, innerMargin, inline);
      return isList ? json : JSON.stringify(key) + colon + json;
    });
    if (!inline) return `${open}\n${innerMargin}${items.join(`,\n${innerMargin}`)}\n${margin}${close}`;
    return open + (isList ? '' : padding) + items.join(comma) + (isList ? '' : padding) + close;
  };

  const json = stringify(value, '', '', false) + end.replaceAll('\r', '');
  return text.includes('\r\n') ? json.replaceAll('\n', '\r\n') : json;
};
