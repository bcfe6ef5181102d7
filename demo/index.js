// The form in the header; `?lang=be&scheme=dark` sets it, too.
const form = document.getElementById('switches');
const apply = () => {
  const {lang, scheme, dir} = Object.fromEntries(new FormData(form));
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  document.querySelector('meta[name=color-scheme]').content = scheme;
};
const wanted = new URLSearchParams(location.search);
for (const [name, value] of wanted) if (form.elements[name]) form.elements[name].value = value;
form.addEventListener('change', apply);
apply();
