// The form: `?lang=be&look=memorial&scheme=dark` sets it, too.
const form = document.getElementById('switches');
const examples = [...document.querySelectorAll('.example')];
const looks = new Set(examples.filter((example) => example.hasAttribute('look')));

const apply = () => {
  const {lang, look, scheme, dir} = Object.fromEntries(new FormData(form));
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  document.querySelector('meta[name=color-scheme]').content = scheme;
  for (const example of examples) {
    if (looks.has(example)) continue;
    if (look === 'campaign') example.removeAttribute('look');
    else example.setAttribute('look', look);
  }
};
const wanted = new URLSearchParams(location.search);
for (const [name, value] of wanted) if (form.elements[name]) form.elements[name].value = value;
form.addEventListener('change', apply);
apply();

/** The tag of an example, as a page would have it. */
const tagOf = ({localName, attributes, textContent}) => {
  const {lang} = document.documentElement;
  const words = [...attributes].flatMap(({name, value}) =>
    name === 'class' ? [] : [value ? ` ${name}="${value}"` : ` ${name}`],
  );
  if (lang !== 'en') words.unshift(` lang="${lang}"`);
  return `<${localName}${words.join('')}>${textContent.trim()}</${localName}>`;
};

for (const caption of document.querySelectorAll('figcaption')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy the tag';
  button.addEventListener('click', async () => {
    const tags = [...caption.parentElement.querySelectorAll('.example')].map(tagOf);
    await navigator.clipboard.writeText(tags.join('\n'));
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy the tag'), 2000);
  });
  caption.append(' ', button);
}
