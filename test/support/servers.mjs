// Starts the web servers that we publish settings for, with these settings, on loopback, in a temporary folder.
import {execFileSync, spawn} from 'node:child_process';
import {X509Certificate, createHash} from 'node:crypto';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {once} from 'node:events';
import {request} from 'node:https';
import {setTimeout} from 'node:timers/promises';
import {findServers} from '../../scripts/find-servers.mjs';

const {found, missing, enough} = findServers();

/** Finds free ports below the range that the system uses for outgoing connections. */
export const freePorts = async (count) => {
  const servers = [];
  while (servers.length < count)
    try {
      const server = createServer().listen(20_000 + Math.floor(Math.random() * 12_000), '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
    } catch {
      // In use: try another one.
    }
  const ports = servers.map((server) => server.address().port);
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  return ports;
};

/** Replaces values of the published settings for the test. Each must be found, so that no test uses other settings. */
export const fit = (file, values) =>
  values.reduce(
    (text, [shipped, here]) => {
      if (!text.includes(shipped)) throw new Error(`${file} has no ${shipped}`);
      return text.replaceAll(shipped, here);
    },
    readFileSync(join('src/hosting', file), 'utf8'),
  );

/** The line that includes our settings in a site. */
const INCLUDED = {nginx: 'include snippets/solidarity.conf;', caddy: '\n\timport solidarity\n'};

/** A self-signed certificate for localhost. */
const certify = (folder) => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync(found.openssl, ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], {stdio: 'pipe'});
  return {key, certificate};
};

/**
 * `choices`: which of the lines behind # without a space are switched on. `under`: a path of another site. `more`: lines
 * for the server block.
 */
const nginx = (folder, [port, plain], {choices, under, more = ''}) => {
  const {key, certificate} = certify(folder);
  const choose = (text) =>
    text.replace(/^( *)#(\S.*)$/gm, (line, space, choice) => (choices?.test(choice) ? space + choice : line));
  mkdirSync(join(folder, 'snippets'));
  writeFileSync(join(folder, 'snippets/solidarity.conf'), choose(fit('nginx.conf', [])));
  const site = choose(
    fit('nginx-site.conf', [
      ['  listen [::]:80;\n', ''],
      ['  listen [::]:443 ssl http2;\n', ''],
      ['listen 80;', `listen 127.0.0.1:${plain};`],
      ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
      ['/etc/letsencrypt/live/widgets.example.org/fullchain.pem', certificate],
      ['/etc/letsencrypt/live/widgets.example.org/privkey.pem', key],
      ['widgets.example.org', 'localhost'],
      ['/srv/solidarity', join(folder, 'root')],
      ['/var/www/html', join(folder, 'root')],
      [INCLUDED.nginx, (under ? `location ${under}/ { ${INCLUDED.nginx} }` : INCLUDED.nginx) + more],
    ]),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
master_process off;
pid nginx.pid;
error_log error.log warn;
${found.brotli ? `load_module ${found.brotli};` : ''}
events { worker_connections 4096; }
http {
  # As Debian’s own settings have it: a file of an unknown kind, and a log of all readers.
  default_type application/octet-stream;
  access_log access.log;
  ${temporary.map((name) => `${name}_temp_path temporary-${name};`).join(' ')}
  ${site}
}`,
  );
  const words = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  return {program: found.nginx, words, check: [...words, '-t'], certificate, plain};
};

const caddy = (folder, [port], {under}) => {
  const {key, certificate} = certify(folder);
  const text = fit('Caddyfile', [
    ['\n{\n', '\n{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n'],
    ['\nwidgets.example.org {', `\nhttps://localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`],
    ['/srv/solidarity', join(folder, 'root')],
    [INCLUDED.caddy, under ? `\n\thandle ${under}/* {${INCLUDED.caddy}\t}\n` : INCLUDED.caddy],
  ]);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, text);
  const settings = ['--config', file, '--adapter', 'caddyfile'];
  return {program: found.caddy, words: ['run', ...settings], check: ['validate', ...settings], certificate};
};

const settings = {nginx, caddy};

/**
 * A folder for a server, and `run(program, words, env)`, which starts it: both end with the test, however it ends. `run`
 * returns the process; `said()` is what it has printed.
 */
export const workplace = (t, name) => {
  const folder = mkdtempSync(join(tmpdir(), `solidarity-${name}-`));
  let server;
  let said = '';
  const clear = () => {
    server?.kill();
    rmSync(folder, {recursive: true, force: true});
  };
  const leave = () => process.exit(1);
  process.once('exit', clear).once('SIGTERM', leave).once('SIGINT', leave);
  t.after(async () => {
    process.off('exit', clear).off('SIGTERM', leave).off('SIGINT', leave);
    if (server?.exitCode === null) {
      server.kill();
      await once(server, 'exit');
    }
    clear();
  });
  const run = (program, words, env) => {
    server = spawn(program, words, {env, stdio: ['ignore', 'pipe', 'pipe']});
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (said += data));
    return server;
  };
  return {folder, run, said: () => said};
};

/** Waits until a server that was started answers: until `ask()` does not reject. */
export const untilItAnswers = async (server, ask, logs) => {
  for (const end = Date.now() + 10_000; ; await setTimeout(20))
    try {
      return await ask();
    } catch (error) {
      if (server.exitCode !== null || Date.now() > end) throw new Error(logs(), {cause: error});
    }
};

/**
 * Starts `nginx` or `caddy` with the shipped settings over a copy of dist/ and the given `files`, and stops it with the
 * test. `port` is on loopback, with TLS; `logs()` returns the log; `root` is the served folder, `pid` the process.
 */
export const serve = async (t, name, {files = {}, under = '', ...options} = {}) => {
  if (!enough) throw new Error(`No ${missing.join(', no ')}: run \`node scripts/ensure-tools.mjs\``);
  const {folder, run, said} = workplace(t, name);
  const root = join(folder, 'root', under);
  cpSync('dist', root, {recursive: true, preserveTimestamps: true});
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), {recursive: true});
    writeFileSync(join(root, path), content);
  }
  const ports = await freePorts(2);
  const {program, words, check, certificate, plain} = settings[name](folder, ports, {under, ...options});
  const [port] = ports;
  const env = {...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder};
  execFileSync(program, check, {env, stdio: 'pipe'});

  const server = run(program, words, env);

  const trusted = readFileSync(certificate);
  const key = new X509Certificate(trusted).publicKey.export({type: 'spki', format: 'der'});
  const it = {
    port,
    plain,
    root,
    pid: server.pid,
    origin: `https://localhost:${port}`,
    certificate: trusted,
    /** The argument with which Chromium trusts the certificate, and caches the answers. */
    trust: `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    /** Requests a path. Returns status, headers and the bytes as sent. */
    ask: (path, headers = {}, rest = {}) =>
      new Promise((resolve, reject) => {
        const options = {host: 'localhost', family: 4, port, path: under + path, headers, rejectUnauthorized: false};
        request({...options, ...rest}, async (response) => {
          const chunks = await response.toArray();
          resolve({status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks)});
        })
          .on('error', reject)
          .end();
      }),
    logs: () => {
      const written = readdirSync(folder).filter((file) => file.endsWith('.log'));
      return said() + written.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
    },
  };
  await untilItAnswers(server, () => it.ask('/'), it.logs);
  return it;
};
