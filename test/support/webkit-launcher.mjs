import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

/** The keys without a character, in WebDriver's order: the first is U+E000. */
const KEYS = (
  'Unidentified Cancel Help Backspace Tab Clear Return Enter Shift Control Alt Pause Escape Space PageUp PageDown ' +
  'End Home ArrowLeft ArrowUp ArrowRight ArrowDown Insert Delete'
).split(' ');
const BUTTONS = ['left', 'middle', 'right'];

const key = (type, name) => ({
  type,
  value: KEYS.includes(name) ? String.fromCodePoint(0xe000 + KEYS.indexOf(name)) : name,
});
const press = (name) => [key('keyDown', name), key('keyUp', name)];
const button = (type, name = 'left') => ({
  type,
  button: BUTTONS.indexOf(name),
});
const moveTo = (x, y) => ({type: 'pointerMove', x, y, duration: 0});

const ask = async (method, address, body) => {
  const signal = AbortSignal.timeout(15_000);
  const response = await fetch(address, {
    method,
    body: body && JSON.stringify(body),
    signal,
  });
  const {value} = await response.json();
  if (!response.ok) throw new Error(`WebKit: ${value.error} ${value.message}`);
  return value;
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
};

/**
 * WebKitGTK for Web Test Runner: starts a virtual screen and a WebDriver, which starts the browser. It has the interface
 * of a Puppeteer launcher, for which the runner has the most commands.
 */
export class WebKitLauncher {
  name = 'WebKit';
  type = 'puppeteer';
  concurrency = 1; // there is one window

  #programs;
  #children = [];
  #settings; // a folder
  #session; // a WebDriver session's address
  #test; // what the window shows

  constructor(programs) {
    this.#programs = programs;
    process.once('exit', () => this.#end());
    // SIGINT is the signal at which the runner and Puppeteer clean up.
    for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.emit('SIGINT'));
  }

  async startSession(id, url) {
    this.#test = {id, url};
    // The port may be in use by now, and the browser may have crashed in the test before.
    for (let left = 2; ; left--) {
      try {
        this.#session ??= await this.#begin();
        await this.#resize({width: 800, height: 600});
        return await this.#post('url', {url});
      } catch (error) {
        this.#end();
        if (!left) throw error;
      }
    }
  }

  async stopSession() {
    this.#test = undefined;
    try {
      await this.#letGo();
      await this.#post('url', {url: 'about:blank'}); // ends the page's timers
    } catch {
      this.#end();
    }
    return {};
  }

  isActive = (id) => this.#test?.id === id;
  getBrowserUrl = () => ask('GET', `${this.#session}/url`).catch(() => this.#test?.url);
  stop = async () => this.#end();

  getPage = () => ({
    keyboard: {
      type: (text) => this.#act('key', ...[...text].flatMap(press)),
      press: (name) => this.#act('key', ...press(name)),
      down: (name) => this.#act('key', key('keyDown', name)),
      up: (name) => this.#act('key', key('keyUp', name)),
    },
    mouse: {
      move: (x, y) => this.#act('pointer', moveTo(x, y)),
      click: (x, y, how) =>
        this.#act('pointer', moveTo(x, y), button('pointerDown', how?.button), button('pointerUp', how?.button)),
      down: (how) => this.#act('pointer', button('pointerDown', how?.button)),
      up: (how) => this.#act('pointer', button('pointerUp', how?.button)),
      reset: () => this.#letGo(),
    },
    setViewport: (size) => this.#resize(size),
  });

  #post = (command, body) => ask('POST', `${this.#session}/${command}`, body);
  #act = (type, ...actions) => this.#post('actions', {actions: [{type, id: type, actions}]});

  async #letGo() {
    // Alone, the second request releases only the keys.
    await this.#act('pointer', ...BUTTONS.map((name) => button('pointerUp', name)));
    await ask('DELETE', `${this.#session}/actions`);
  }

  async #resize({width, height}) {
    const run = (script) => this.#post('execute/sync', {script, args: []});
    const [x, y] = await run('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.#post('window/rect', {width: width + x, height: height + y});
    const size = await run('return `${innerWidth} x ${innerHeight}`');
    if (size !== `${width} x ${height}`) throw new Error(`WebKit's window is ${size}, not ${width} x ${height}`);
  }

  async #begin() {
    this.#settings = mkdtempSync(join(tmpdir(), 'webkit-'));
    mkdirSync(join(this.#settings, 'gtk-3.0'));
    // With a toolbar the window cannot be as narrow as a phone.
    writeFileSync(join(this.#settings, 'gtk-3.0/gtk.css'), '* {min-width: 0; margin: 0; padding: 0; font-size: 1px}');

    const screen = this.#spawn(
      [this.#programs.screen, '-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
      {stdio: ['ignore', 'ignore', 'ignore', 'pipe']},
    );
    const [display] = await once(screen.stdio[3], 'data', {
      signal: AbortSignal.timeout(5000),
    });
    const port = await freePort();
    const driver = this.#spawn([this.#programs.driver, `--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${String(display).trim()}`,
        XDG_CONFIG_HOME: this.#settings,
      },
    });
    const address = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${address}/status`).catch(() => {}))) {
      if (driver.exitCode !== null) throw new Error('WebKitWebDriver did not start');
      await pause(50);
    }
    // Web Test Runner knows when a page is ready.
    const capabilities = {alwaysMatch: {pageLoadStrategy: 'none'}};
    const {sessionId} = await ask('POST', `${address}/session`, {
      capabilities,
    });
    return `${address}/session/${sessionId}`;
  }

  #spawn([program, ...words], options) {
    // A process group, so that everything that it starts can be ended.
    const child = spawn(program, words, {...options, detached: true});
    this.#children.push(child);
    return child;
  }

  #end() {
    for (const {pid} of this.#children) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    if (this.#settings) rmSync(this.#settings, {recursive: true});
    this.#children = [];
    this.#session = this.#settings = undefined;
  }
}
