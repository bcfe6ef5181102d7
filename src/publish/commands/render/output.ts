import type {Report} from '../../report.js';
import type {Rendering} from './renderer.js';

/** A rendering in a language, and the file that it goes to. */
export interface Output extends Rendering {
  readonly lang: string;
  readonly file?: string;
}

/** Reports the files, or the content of the only output; with the lines to paste, or one of them alone. */
export const reportOutputs = (
  outputs: readonly Output[],
  only: string | undefined,
  warnings: readonly string[],
  out: Report,
) => {
  const files = outputs.map(({lang, file, content, embed}) => ({lang, ...(file ? {file} : {content}), ...embed}));
  const result = {files, ...(warnings.length ? {warnings} : {})};
  const linesOf = ({embed = {}}: Output) =>
    Object.entries(embed).flatMap(([name, line]) => (!only || name === only ? [line] : []));
  const lines = outputs.flatMap(linesOf);
  const [{file, content, embed} = {file: '', content: '', embed: undefined}] = outputs;
  warnings.forEach(out.log);
  outputs.forEach((output) => output.file && out.log(`Written: ${output.file}`));
  if (embed && !only) out.log('Paste this into your page:');
  if (file || only) return out.result(result, lines);
  lines.forEach(out.log);
  // The report adds the last line end.
  out.result(result, [content.replace(/\n$/, '')]);
};
