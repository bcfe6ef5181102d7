// Unpacks WordPress, PHP and MariaDB from Debian's packages, without installing them, and starts them for a test.
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {createServer} from 'node:net';
import {homedir, tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {unzipSync} from 'fflate';
import {composePlugin} from '../../scripts/build/wordpress-plugin.mjs';

const {env} = process;
/** Another WordPress than Debian 12's, and WordPress' Plugin Check with what it needs in its folder `vendor`: folders, if there are any. */
const {WORDPRESS_FOLDER, PLUGIN_CHECK} = env;
const ROOT = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'solidarity-widgets', 'wordpress');
const PACKAGES = [
  ...[
    'wordpress',
    'wordpress-theme-twentytwentyone',
    'wordpress-theme-twentytwentythree',
    'php-getid3',
    'libjs-prototype',
    'libjs-scriptaculous',
    'libjs-cropper',
  ],
  ...['cli', 'common', 'mysql', 'xml', 'opcache', 'readline'].map((part) => `php8.2-${part}`),
  ...['mariadb-server-core', 'libaio1', 'libnuma1', 'liburing2'],
];
const EXTENSIONS = [
  'mysqlnd',
  'mysqli',
  'dom',
  'xml',
  'simplexml',
  'ctype',
  'tokenizer',
  'iconv',
  'fileinfo',
  'xmlreader',
  'xmlwriter',
];
const here = new URL('./', import.meta.url);

/** Unpacks the packages of Debian 12 into the cache, once. */
const unpack = () => {
  if (
    ['sbin/mariadbd', 'share/wordpress/wp-content/themes/twentytwentythree'].every((path) =>
      existsSync(join(ROOT, 'usr', path)),
    )
  )
    return;
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  try {
    execFileSync('apt-get', ['-o', 'APT::Sandbox::User=root', 'download', ...PACKAGES], {
      cwd: folder,
      stdio: 'inherit',
    });
    mkdirSync(ROOT, {recursive: true});
    for (const file of readdirSync(folder)) execFileSync('dpkg-deb', ['--extract', join(folder, file), ROOT]);
  } finally {
    rmSync(folder, {recursive: true});
  }
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
};

/** Waits until a function neither throws nor returns false. */
const until = async (work) => {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(100))
    if (
      await Promise.resolve()
        .then(work)
        .catch(() => false)
    )
      return;
  throw new Error(`timeout: ${work}`);
};

/**
 * Starts WordPress with our plugin, and with the script of `widgets` (a folder's address) on all its pages. `create(type, role,
 * fields)` resolves to a new post, or another `type` of content, as the REST interface describes it; `version` is
 * WordPress', and `plugins` is the folder of its plugins. Users are named `author-1` and so on, and their password is `password`.
 */
export const startWordPress = async (widgets) => {
  unpack();
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const path = (name) => join(folder, name);
  const socket = path('db.sock');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const childEnv = {
    ...env,
    LD_LIBRARY_PATH: ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'].map((lib) => join(ROOT, lib)).join(':'),
    WORDPRESS: path('www'),
    WIDGETS: widgets,
    PHP_CLI_SERVER_WORKERS: '4',
  };
  const children = [];
  const start = (program, args) => {
    const child = spawn(join(ROOT, program), args, {env: childEnv, stdio: 'ignore', detached: true});
    children.push(child);
  };
  const close = () => {
    // The process groups: PHP's server has workers.
    for (const {pid} of children) process.kill(-pid, 'SIGKILL');
    rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  };
  try {
    // The database: in a folder, and reachable by its socket alone.
    mkdirSync(path('db'));
    writeFileSync(
      path('my.cnf'),
      [
        '[mysqld]',
        `datadir=${path('db')}`,
        `socket=${socket}`,
        `pid-file=${path('db.pid')}`,
        'skip-networking',
        'skip-grant-tables',
      ]
        .concat(['user=root', `lc-messages-dir=${join(ROOT, 'usr/share/mysql')}`, 'innodb_buffer_pool_size=32M', ''])
        .join('\n'),
    );
    const options = [`--defaults-file=${path('my.cnf')}`];
    start('usr/sbin/mariadbd', options);
    await until(() => existsSync(socket));

    // WordPress.
    const modules = join(
      ROOT,
      'usr/lib/php',
      readdirSync(join(ROOT, 'usr/lib/php')).find((name) => /^\d+$/.test(name)),
    );
    writeFileSync(
      path('php.ini'),
      [`extension_dir=${modules}`, ...EXTENSIONS.map((name) => `extension=${name}`)]
        // Plugin Check reads all files of a plugin in one request.
        .concat(['memory_limit=512M', 'max_execution_time=300', ''])
        .join('\n'),
    );
    const php = ['-n', '-c', path('php.ini')];
    const runPhp = (...args) =>
      execFileSync(join(ROOT, 'usr/bin/php8.2'), [...php, ...args], {env: childEnv, encoding: 'utf8'});
    runPhp('-r', `(new mysqli('localhost', 'root', '', '', 0, '${socket}'))->query('create database wp');`);
    const copy = (from, to) =>
      cpSync(from, path(to), {recursive: true, dereference: true, filter: (file) => existsSync(file)});
    const debian = join(ROOT, 'usr/share/wordpress');
    copy(WORDPRESS_FOLDER || debian, 'www');
    copy(join(debian, 'wp-content/themes'), 'www/wp-content/themes');
    if (PLUGIN_CHECK) copy(PLUGIN_CHECK, 'www/wp-content/plugins/plugin-check');
    const constants = {
      DB_NAME: 'wp',
      DB_USER: 'root',
      DB_PASSWORD: '',
      DB_HOST: `localhost:${socket}`,
      DB_CHARSET: 'utf8mb4',
      DB_COLLATE: '',
    };
    const config = {
      ...constants,
      WP_HOME: origin,
      WP_SITEURL: origin,
      WP_ENVIRONMENT_TYPE: 'local',
      DISABLE_WP_CRON: '1',
    };
    writeFileSync(
      path('www/wp-config.php'),
      `<?php\n${Object.entries(config)
        .map(([name, value]) => `define('${name}', '${value}');\n`)
        .join('')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';\n`,
    );
    for (const [file, content] of Object.entries(unzipSync(composePlugin()))) {
      const to = path(`www/wp-content/plugins/${file}`);
      mkdirSync(dirname(to), {recursive: true});
      writeFileSync(to, content);
    }
    mkdirSync(path('www/wp-content/mu-plugins'), {recursive: true});
    copyFileSync(new URL('plugin.php', here), path('www/wp-content/mu-plugins/plugin.php'));
    const passwords = JSON.parse(runPhp(new URL('install.php', here).pathname));
    start('usr/bin/php8.2', [...php, '-S', `127.0.0.1:${port}`, '-t', path('www')]);
    await until(async () => (await fetch(`${origin}/?rest_route=/`)).ok);

    const [, version] = /\$wp_version = '([^']+)'/.exec(readFileSync(path('www/wp-includes/version.php'), 'utf8'));
    const create = async (type, role, fields) => {
      const response = await fetch(`${origin}/?rest_route=/wp/v2/${type}`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${role}-1:${passwords[role]}`).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({title: 'Test', status: 'publish', ...fields}),
      });
      const created = await response.json();
      if (!created.id) throw new Error(created.message);
      return created;
    };
    return {version, origin, plugins: path('www/wp-content/plugins'), create, close};
  } catch (error) {
    close();
    throw error;
  }
};
