/*
 * A feed is kept in version control and edited by hand: a command that changes three numbers must show as three
 * changed lines. So JSON is written in the manner in which the file is written already.
 */

/** Where a value stands in a JSON file: its line, from 1, and whether it is written on one line. */
export interface Spot {
  readonly line: number;
  inline: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Every value of a JSON text that parses, by its JSON pointer. */
export const spotsIn = (text: string): Map<string, Spot> => {
  const spots = new Map<string, Spot>();
  const open: {at: string; isList: boolean; key?: string | number}[] = [];
  let [line, seen] = [1, 0];
  for (const {0: token, index} of text.matchAll(TOKEN)) {
    line += text.slice(seen, index).split('\n').length - 1;
    seen = index;
    const parent = open.at(-1);
    if (token === '}' || token === ']') {
      const spot = spots.get(open.pop()!.at)!;
      spot.inline = spot.line === line;
    } else if (token === ',') parent!.key = parent!.isList ? (parent!.key as number) + 1 : undefined;
    else if (token === ':') continue;
    else if (parent && parent.key === undefined) parent.key = JSON.parse(token) as string;
    else {
      const at = parent ? `${parent.at}/${parent.key}` : '';
      spots.set(at, {line, inline: true});
      if (token === '{' || token === '[') open.push({at, isList: token === '[', key: token === '[' ? 0 : undefined});
    }
  }
  return spots;
};

/** A pointer without its numbers: what two points of a history have in common. */
const kindOf = (at: string) => at.replace(/\/\d+(?=\/|$)/g, '/*');

/**
 * JSON text of a value in the manner of the file that it will replace: its indentation, its line ends, and on one line
 * what stands on one line there, or what its like stands on. Unchanged data gives the same text, byte for byte, if the
 * file's manner is even.
 */
export const printLike = (value: unknown, text: string): string => {
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '';
  const end = /\s*$/.exec(text)![0];
  const colon = /^\s*\{\s*"(?:[^"\\]|\\.)*":\S/.test(text) ? ':' : ': ';
  const comma = colon === ':' ? ',' : ', ';
  const pad = /[{] "/.test(text) ? ' ' : '';
  const spots = spotsIn(text);
  const kinds = new Map([...spots].map(([at, {inline}]) => [kindOf(at), inline]));

  const print = (node: unknown, at: string, before: string, within: boolean): string => {
    if (typeof node !== 'object' || node === null) return JSON.stringify(node);
    const list = Array.isArray(node);
    const entries = Object.entries(node).filter(([, inner]) => inner !== undefined);
    const [first, last] = list ? ['[', ']'] : ['{', '}'];
    if (!entries.length) return first + last;
    const inline = within || (spots.get(at)?.inline ?? kinds.get(kindOf(at)) ?? !text.includes('\n'));
    const inner = before + indent;
    const items = entries.map(([key, item]) => {
      const printed = print(item, `${at}/${key}`, inner, inline);
      return list ? printed : JSON.stringify(key) + colon + printed;
    });
    if (!inline) return `${first}\n${inner}${items.join(`,\n${inner}`)}\n${before}${last}`;
    return first + (list ? '' : pad) + items.join(comma) + (list ? '' : pad) + last;
  };

  const printed = print(value, '', '', false) + end.replaceAll('\r', '');
  return text.includes('\r\n') ? printed.replaceAll('\n', '\r\n') : printed;
};
