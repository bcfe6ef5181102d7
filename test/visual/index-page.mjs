// A page to look through the pictures: expected, actual, and where they differ.
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 1rem; }
nav { position: sticky; inset-block-start: 0; z-index: 1; padding-block: 0.5rem; background: Canvas; }
summary { padding-block: 0.25rem; font-weight: 600; cursor: pointer; }
.bad > summary { color: light-dark(#b00020, #ff8a8a); }
.sheets { display: flex; gap: 1rem; overflow-x: auto; }
figure { margin: 0; }
img { display: block; border: 1px solid; background: #fff; }
`;

const SCRIPT = `
const form = document.querySelector('form');
const apply = () => {
  const words = form.elements.words.value.split(' ').filter(Boolean);
  for (const sheet of document.querySelectorAll('details'))
    sheet.hidden = (form.elements.bad.checked && !sheet.matches('.bad')) || !words.every((word) => sheet.id.includes(word));
};
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
apply();
`;

/** Writes `index.html` into the folder that has the pictures. */
export const writeIndex = (folder, results) => {
  const picture = (title, file) =>
    existsSync(join(folder, file))
      ? `<figure><figcaption>${title}</figcaption><img src="${file}" alt="" loading="lazy"></figure>`
      : '';
  const sheets = results.map(
    ({name, issues}) => `<details id="${name}"${issues.length ? ' class="bad" open' : ''}>
<summary>${name}${issues.length ? `: ${escape(issues.map(({name, issue}) => `${name} ${issue}`).join('; '))}` : ''}</summary>
<div class="sheets">
${picture('Expected', `../pictures/${name}.png`)}
${picture('Actual', `${name}.png`)}
${picture('Differences', `${name}-diff.png`)}
</div>
</details>`,
  );
  const bad = results.filter(({issues}) => issues.length).length;
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pictures of the elements</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<h1>Pictures of the elements</h1>
<p>${results.length} sheets, ${bad} with differences. A name is element, language, look, theme, width.</p>
<nav><form>
<label>Words of the name: <input name="words" placeholder="counter be dark"></label>
<label><input type="checkbox" name="bad"${bad ? ' checked' : ''}> with differences only</label>
</form></nav>
${sheets.join('\n')}
<script>${SCRIPT}</script>
</html>
`,
  );
};
