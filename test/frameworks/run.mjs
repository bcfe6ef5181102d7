// `npm run test:frameworks`, after a build: a page in each framework, with the package as npm packs it. It is built, its types
// are checked, a server renders it, and Chromium hydrates it without a warning. Writes the table and the code of
// stories/frameworks.md. ONLY=vue,next: some of them, and nothing is written.
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {format, resolveConfig} from 'prettier';
import {unpackPacked} from '../support/packed.mjs';
import {site} from '../support/site.mjs';
import {launch, until} from '../support/tab.mjs';

const GUIDE = 'stories/frameworks.md';
const here = fileURLToPath(new URL('./', import.meta.url));
/** Where the pages are built: Next.js and others write into their folder. */
const output = join(here, 'output');
const modules = join(here, 'node_modules');
/** Development builds are those that warn. Nothing is sent to the makers of the frameworks. */
const env = {
  ...process.env,
  NODE_ENV: undefined,
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

/** Runs a program of a package in the folder of a page; throws what it printed if it fails. */
const run = (name, [program, ...args], more = {}) => {
  const options = {cwd: join(output, name), env: {...env, ...more}, encoding: 'utf8', stdio: 'pipe'};
  try {
    return execFileSync(process.execPath, [join(modules, program), ...args], options);
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`.slice(0, 5000), {cause: error});
  }
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
};

const filesIn = (folder) =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length), readFileSync(file)]),
  );

const feed = readFileSync('dist/feed.json');
const serve = (pages) => site({pages: {'/feed.json': feed, ...pages}});

/** A page of Vite: one build for the browser, one for the server. */
const withVite = (entry) => ({
  build: (name) => {
    const vite = (...args) =>
      run(name, ['vite/bin/vite.js', 'build', '--mode', 'development', '--logLevel', 'error', ...args], {
        NODE_ENV: 'development',
      });
    vite('--ssr', `server.${entry}`, '--outDir', 'server');
    writeFileSync(
      join(output, name, 'index.html'),
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">' +
        `<main><!--app--></main><script type="module" src="client.${entry}"></script>`,
    );
    vite('--outDir', 'client');
  },
  serve: async (name) => {
    const folder = join(output, name);
    // In a process of its own, whose NODE_ENV is that of the build.
    const module = JSON.stringify(pathToFileURL(join(folder, 'server/server.js')));
    const code = `import(${module}).then(async ({render}) => process.stdout.write(await render()))`;
    const html = execFileSync(process.execPath, ['-e', code], {
      env: {...env, NODE_ENV: 'development'},
      encoding: 'utf8',
    });
    const files = filesIn(join(folder, 'client'));
    const server = await serve({...files, '/': String(files['/index.html']).replace('<!--app-->', () => html)});
    return {origin: server.origin, close: () => server.close()};
  },
});

/** A page that is rendered in the build. */
const withStaticFiles = (program, folder) => ({
  build: (name) => run(name, program),
  serve: async (name) => {
    const files = filesIn(join(output, name, folder));
    const server = await serve({...files, '/': files['/index.html']});
    return {origin: server.origin, close: () => server.close()};
  },
});

/** Next.js has a server of its own. */
const withNext = {
  build: (name) => {
    mkdirSync(join(output, name, 'public'));
    writeFileSync(join(output, name, 'public/feed.json'), feed);
    run(name, ['next/dist/bin/next', 'build']);
  },
  serve: async (name, command) => {
    const port = await freePort();
    const args = [join(modules, 'next/dist/bin/next'), command, '-p', String(port), '-H', '127.0.0.1'];
    const child = spawn(process.execPath, args, {cwd: join(output, name), env, stdio: 'ignore', detached: true});
    const origin = `http://127.0.0.1:${port}`;
    for (const end = Date.now() + 60_000; !(await fetch(origin).catch(() => undefined))?.ok; await pause(200))
      if (Date.now() > end) throw new Error(`next ${command} does not answer`);
    // Its process group: it has workers.
    return {origin, close: () => process.kill(-child.pid, 'SIGKILL')};
  },
};

/**
 * By folder: the package whose version is shown, how it is built and served, the file with the code of the guide, how its
 * types are checked, and whether a wrong value of an attribute is an error. `commands`: several ways to serve it.
 */
const FRAMEWORKS = {
  react: {
    title: 'React',
    version: 'react',
    ...withVite('tsx'),
    code: ['counter.tsx'],
    types: ['typescript/bin/tsc', '-p', '.'],
    isTyped: true,
  },
  next: {
    title: 'Next.js',
    version: 'next',
    ...withNext,
    code: ['app/counter.tsx'],
    types: ['typescript/bin/tsc', '-p', '.'],
    isTyped: true,
    commands: ['start', 'dev'],
  },
  vue: {
    title: 'Vue',
    version: 'vue',
    ...withVite('ts'),
    code: ['Counter.vue', 'vite.config.ts'],
    types: ['vue-tsc/bin/vue-tsc.js', '-p', '.'],
    isTyped: true,
  },
  svelte: {
    title: 'Svelte',
    version: 'svelte',
    ...withVite('ts'),
    code: ['Counter.svelte'],
    types: ['svelte-check/bin/svelte-check', '--fail-on-warnings', '--tsconfig', 'tsconfig.json'],
    isTyped: true,
  },
  angular: {
    title: 'Angular',
    version: '@angular/core',
    ...withStaticFiles(['@angular/cli/bin/ng.js', 'build'], 'dist/browser'),
    code: ['src/counter.ts'],
    // The build checks the types, too.
    isTyped: false,
  },
  astro: {
    title: 'Astro',
    version: 'astro',
    ...withStaticFiles(['astro/astro.js', 'build', '--silent'], 'dist'),
    code: ['src/pages/index.astro'],
    isTyped: false,
  },
};

/** What Lit says in every development build. */
const LIT_DEVELOPMENT = /^Lit is in dev mode/;
const WORDS = 'Палітвязні ў Беларусі';

/* What runs in a page. */
const markServerNodes = () => {
  new MutationObserver(() => {
    const counter = document.querySelector('solidarity-counter');
    if (counter && !window.fromServer) window.fromServer = counter;
  }).observe(document, {childList: true, subtree: true});
};
const isShown = (lang) => {
  const counter = document.querySelector('solidarity-counter');
  return counter?.lang === lang && !!counter.shadowRoot?.querySelector(`[lang="${lang}"] [part~=count]`);
};
const isFromServer = () => document.querySelector('solidarity-counter') === window.fromServer;

/** What is wrong with a page that was rendered on a server. */
const issuesOf = async (browser, origin) => {
  const issues = [];
  const html = await (await fetch(origin)).text();
  if (!/<solidarity-counter[^>]*\blang="be"[^>]*>/.test(html) || !html.includes(WORDS))
    issues.push('not rendered on the server');
  const tab = await browser.newPage();
  try {
    tab.on('pageerror', (error) => issues.push(String(error)));
    tab.on('console', (message) => {
      if (['error', 'warn'].includes(message.type()) && !LIT_DEVELOPMENT.test(message.text()))
        issues.push(message.text());
    });
    await tab.evaluateOnNewDocument(markServerNodes);
    await tab.goto(origin);
    await until(tab, isShown, 'be');
    // It is interactive as soon as it is hydrated.
    const click = () => document.querySelector('button').click();
    await until({
      evaluate: async () => {
        await tab.evaluate(click);
        return tab.evaluate(isShown, 'en');
      },
    });
    if (!(await tab.evaluate(isFromServer))) issues.push('the element of the server was replaced');
  } catch (error) {
    issues.push(String(error));
  } finally {
    await tab.close();
  }
  return issues;
};

/** What is wrong with the types: what HTML allows must be right, and another value wrong where the framework checks it. */
const typeIssues = (name, {types, code: [file], isTyped}) => {
  if (!types) return [];
  run(name, types);
  const path = join(output, name, file);
  const right = readFileSync(path, 'utf8');
  writeFileSync(path, right.replace(' trend>', ' trend="certainly">'));
  try {
    run(name, types);
    return isTyped ? ['a wrong attribute is no type error'] : [];
  } catch (error) {
    return error.message.includes('"certainly"') ? [] : [error.message];
  } finally {
    writeFileSync(path, right);
  }
};

const versionOf = (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;

const wanted = process.env.ONLY?.split(',') ?? Object.keys(FRAMEWORKS);
rmSync(output, {recursive: true, force: true});
unpackPacked(join(modules, 'solidarity-widgets'));
const rows = [];
const browser = await launch();
try {
  for (const name of wanted) {
    const framework = FRAMEWORKS[name];
    cpSync(join(here, name), join(output, name), {recursive: true});
    const issues = [];
    try {
      framework.build(name);
      issues.push(...typeIssues(name, framework));
      for (const command of framework.commands ?? ['']) {
        const server = await framework.serve(name, command);
        try {
          issues.push(...(await issuesOf(browser, server.origin)));
        } finally {
          server.close();
        }
      }
    } catch (error) {
      issues.push(String(error));
    }
    for (const issue of issues) console.error(`${framework.title}: ${issue}`);
    if (issues.length) process.exitCode = 1;
    rows.push([
      framework.title,
      versionOf(framework.version),
      framework.isTyped ? 'a wrong value is an error' : 'every value is allowed',
      issues.length ? 'failed' : 'works',
    ]);
  }
} finally {
  await browser.close();
}
const table = [['framework', 'version', 'types', 'build, server rendering, hydration'], Array(4).fill('---'), ...rows]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');
console.log(table);
if (!process.env.ONLY && !process.exitCode) {
  const text = readFileSync(GUIDE, 'utf8').replace(
    /(<!-- frameworks -->\n).*?(<!-- \/frameworks -->)/s,
    (_, start, end) => `${start}\n${table}\n\n${end}`,
  );
  writeFileSync(GUIDE, await format(text, {...(await resolveConfig(GUIDE)), filepath: GUIDE}));
}
