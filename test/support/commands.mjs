/**
 * Commands for tests, besides the runner's own. Each returns whether the engine supports it:
 * `if (!(await executeServerCommand('viewport', {width: 320, height: 600}))) this.skip()`.
 */
export const commands = () => ({
  name: 'commands',
  executeCommand({command, payload, session}) {
    return command === 'icu'
      ? icu(payload)
      : {viewport, media}[command]?.(session.browser, session.browser.getPage(session.id), payload);
  },
});

/** `{width, height}` in CSS pixels; 800 by 600 again in the next file. */
const viewport = (browser, page, size) =>
  page.setViewport(size).then(
    () => true,
    () => false,
  );

const sessions = new WeakMap();

/** Media features by name, until the file ends: `{'prefers-reduced-motion': 'reduce', 'forced-colors': 'active'}`. */
const media = async (browser, page, {media = '', ...features}) => {
  if (browser.name !== 'Chromium') return false;
  if (!sessions.has(page)) {
    const session = await page.createCDPSession();
    sessions.set(page, session);
    // Emulation lasts as long as its session.
    page.once('domcontentloaded', () => {
      sessions.delete(page);
      session.detach();
    });
  }
  await sessions.get(page).send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({
      name,
      value,
    })),
  });
  return true;
};

/** Numbers, long dates and plural categories in a locale, by full ICU: Node has it, Chromium does not. */
const icu = ({locale, numbers, dates}) => {
  if (!Intl.NumberFormat.supportedLocalesOf(locale).length) throw new Error(`Node does not know ${locale}`);
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const plural = new Intl.PluralRules(locale);
  return {
    numbers: numbers.map((value) => number.format(value)),
    // V8 writes CLDR's narrow no-break space as a plain one in dates; we keep CLDR's.
    dates: dates.map((day) => date.format(new Date(day))),
    plurals: numbers.map((value) => plural.select(value)),
    categories: plural.resolvedOptions().pluralCategories,
  };
};
