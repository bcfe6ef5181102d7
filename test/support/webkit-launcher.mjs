import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

/** What WebDriver calls the keys that type no character. */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', '\n': '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};
const BUTTONS = {left: 0, middle: 1, right: 2};

const down = (key) => ({type: 'keyDown', value: KEYS[key] ?? key});
const up = (key) => ({type: 'keyUp', value: KEYS[key] ?? key});
const press = (key) => [down(key), up(key)];
const moveTo = (x, y) => ({type: 'pointerMove', x, y, duration: 0});
const button = (type, {button = 'left'} = {}) => ({type, button: BUTTONS[button]});

const ask = async (method, address, body) => {
  const response = await fetch(address, {method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(15_000)});
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
 * WebKitGTK for Web Test Runner: a virtual screen and, on it, a WebDriver that starts the browser. Its page has the
 * names of Puppeteer's, for in that dialect the runner's own commands know the most.
 */
export class WebKitLauncher {
  name = 'WebKit';
  type = 'puppeteer';
  concurrency = 1; // there is one window

  #programs;
  #children = [];
  #settings; // a folder
  #session; // a WebDriver session's address
  #test; // what the window shows: {id, url}

  constructor(programs) {
    this.#programs = programs;
    process.once('exit', () => this.#end());
    for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  }

  async startSession(id, url) {
    this.#test = {id, url};
    // The port may have been taken meanwhile, and the browser may have died of the test before.
    for (let left = 2; ; left--) {
      try {
        this.#session ??= await this.#begin();
        await this.#resize({width: 800, height: 600});
        return await this.#ask('POST', 'url', {url});
      } catch (error) {
        this.#end();
        if (!left) throw error;
      }
    }
  }

  async stopSession() {
    this.#test = undefined;
    try {
      await this.#ask('DELETE', 'actions'); // lets go of keys
      await this.#ask('POST', 'url', {url: 'about:blank'}); // ends the page's timers
    } catch {
      this.#end();
    }
    return {};
  }

  isActive = (id) => this.#test?.id === id;
  getBrowserUrl = () => this.#ask('GET', 'url').catch(() => this.#test?.url);
  stop = async () => this.#end();

  getPage = () => ({
    keyboard: {
      type: (text) => this.#act('key', [...text].flatMap(press)),
      press: (key) => this.#act('key', press(key)),
      down: (key) => this.#act('key', [down(key)]),
      up: (key) => this.#act('key', [up(key)]),
    },
    mouse: {
      move: (x, y) => this.#act('pointer', [moveTo(x, y)]),
      click: (x, y, how) => this.#act('pointer', [moveTo(x, y), button('pointerDown', how), button('pointerUp', how)]),
      down: (how) => this.#act('pointer', [button('pointerDown', how)]),
      up: (how) => this.#act('pointer', [button('pointerUp', how)]),
      reset: () => this.#ask('DELETE', 'actions'),
    },
    setViewport: (size) => this.#resize(size),
  });

  #ask = (method, command, body) => ask(method, `${this.#session}/${command}`, body);
  #act = (type, actions) => this.#ask('POST', 'actions', {actions: [{type, id: type, actions}]});

  async #resize({width, height}) {
    const run = (script) => this.#ask('POST', 'execute/sync', {script, args: []});
    const [bars, bar] = await run('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.#ask('POST', 'window/rect', {width: width + bars, height: height + bar});
    const size = await run('return `${innerWidth} x ${innerHeight}`');
    if (size !== `${width} x ${height}`) throw new Error(`WebKit's window is ${size} at the nearest`);
  }

  async #begin() {
    this.#settings = mkdtempSync(join(tmpdir(), 'webkit-'));
    mkdirSync(join(this.#settings, 'gtk-3.0'));
    // Without this the toolbar keeps the window wider than a phone.
    writeFileSync(join(this.#settings, 'gtk-3.0/gtk.css'), '* {min-width: 0; margin: 0; padding: 0; font-size: 1px}');

    const screen = this.#spawn(
      [this.#programs.screen, '-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
      {stdio: ['ignore', 'ignore', 'ignore', 'pipe']},
    );
    const [display] = await Promise.race([once(screen.stdio[3], 'data'), once(screen, 'exit')]);
    const port = await freePort();
    const driver = this.#spawn([this.#programs.driver, `--port=${port}`], {
      stdio: 'ignore',
      env: {...process.env, DISPLAY: `:${String(display).trim()}`, XDG_CONFIG_HOME: this.#settings},
    });
    const address = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${address}/status`).catch(() => {}))) {
      if (driver.exitCode !== null) throw new Error('WebKitWebDriver did not start');
      await pause(50);
    }
    // The tests say when the page is ready.
    const capabilities = {alwaysMatch: {pageLoadStrategy: 'none'}};
    const {sessionId} = await ask('POST', `${address}/session`, {capabilities});
    return `${address}/session/${sessionId}`;
  }

  #spawn([program, ...words], options) {
    // A group of its own, to be ended with all that it starts.
    const child = spawn(program, words, {...options, detached: true});
    this.#children.push(child);
    return child;
  }

  #end() {
    for (const {pid} of this.#children) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    }
    if (this.#settings) rmSync(this.#settings, {recursive: true});
    this.#children = [];
    this.#session = this.#settings = undefined;
  }
}
