// Measures, and writes the figures into stories/: `npm run bench` does all, `npm run bench peers growth` some. Figures,
// never a test: machines are noisy, and only ratios within one run count.
const PARTS = ['bytes', 'peers', 'rounds', 'growth', 'serving', 'lighthouse'];

const asked = process.argv.slice(2);
const strange = asked.find((part) => !PARTS.includes(part));
if (strange) throw new Error(`“${strange}” is none of ${PARTS.join(', ')}`);
for (const part of asked.length ? asked : PARTS) await import(`./${part}.mjs`);
