// The forms in which an author can put a widget into a post.

export const ROLES = ['administrator', 'editor', 'author'];
export const WORDS = 'Palitviazni';

/** In the block editor. */
const block = (name, html, attributes = '') => `<!-- wp:${name} ${attributes} -->\n${html}\n<!-- /wp:${name} -->`;
/** In the classic editor, whose text goes through `wpautop`. */
const classic = (html) => `Before\n\n${html}\n\nAfter`;

const SHORTCODE = `[solidarity widget="counter" lang="be"]${WORDS}[/solidarity]`;

/** An element, as an administrator can write it. */
export const ELEMENT = block('html', `<solidarity-counter lang="be">${WORDS}</solidarity-counter>`);

/**
 * The forms, and what readers see if an administrator, an editor, or an author has published them. `pattern` is the id of a
 * synced pattern with an element, which an administrator has made.
 */
export const formsFor = (widgets, pattern) => {
  const page = `${widgets}embed/be/counter.html`;
  const link = `<a href="${page}">${WORDS}</a>`;
  const placeholder = `<div data-solidarity="counter" data-lang="be">${WORDS}</div>`;
  const script = (attributes) => `<script async src="${widgets}solidarity.js" ${attributes}></script>`;
  const embed = `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${page}\n</div></figure>`;
  return [
    ['element in a Custom HTML block', ELEMENT, 'card', 'card', 'words'],
    [
      'script with `data-widget` in a Custom HTML block',
      block('html', script('data-widget="counter" data-lang="be"')),
      'card',
      'card',
      'nothing',
    ],
    [
      'frame in a Custom HTML block',
      block('html', `<iframe src="${page}" height="360"></iframe>`),
      'frame',
      'frame',
      'nothing',
    ],
    ['link, alone in a paragraph', block('paragraph', `<p>${link}</p>`), 'card', 'card', 'card'],
    ['link in a sentence', block('paragraph', `<p>Today ${link}.</p>`), 'inline', 'inline', 'inline'],
    ['link in the classic editor', classic(link), 'card', 'card', 'card'],
    ['`div` with `data-solidarity` in a Custom HTML block', block('html', placeholder), 'card', 'card', 'card'],
    ['`div` with `data-solidarity` in the classic editor', classic(placeholder), 'card', 'card', 'card'],
    ['synced pattern of an administrator', `<!-- wp:block {"ref":${pattern}} /-->`, 'card', 'card', 'card'],
    ['block of the plugin', `<!-- wp:solidarity-widgets/widget {"lang":"be"} /-->`, 'card', 'card', 'card'],
    ['shortcode of the plugin', block('shortcode', SHORTCODE), 'card', 'card', 'card'],
    ['shortcode of the plugin in the classic editor', classic(SHORTCODE), 'card', 'card', 'card'],
    ['address in an Embed block', block('embed', embed, `{"url":"${page}"}`), 'frame', 'frame', 'frame'],
    ['address on a line of its own in the classic editor', classic(page), 'frame', 'frame', 'frame'],
  ];
};
