// Starts Varnish with the settings that we publish, on loopback, in front of a server of the test.
import {writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {join} from 'node:path';
import {UNPACKED, findServers} from '../../scripts/find-servers.mjs';
import {fit, freePorts, untilItAnswers, workplace} from './servers.mjs';

const {found} = findServers();
/** Where the package has its libraries: that of the system, or the unpacked one. */
const LIBRARIES = join(
  found.varnish?.startsWith(UNPACKED) ? UNPACKED : '/',
  'usr/lib',
  `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
);

/**
 * Varnish in front of the server at `originPort`; `values` replace more of the published settings. Returns `ask(path,
 * headers, rest)`: status, headers and body of an answer, and `purgePort`, where a feed may be purged.
 */
export const serveCached = async (t, originPort, values = []) => {
  const {folder, run, said} = workplace(t, 'varnish');
  const [port, purgePort] = await freePorts(2);
  const settings = join(folder, 'default.vcl');
  writeFileSync(settings, fit('varnish.vcl', [['.port = "8080"', `.port = "${originPort}"`], ...values]));
  const place = ['-F', '-j', 'none', '-n', folder, '-T', 'none', '-s', 'malloc,64m'];
  const server = run(
    found.varnish,
    [
      ...place,
      '-a',
      `127.0.0.1:${port}`,
      '-a',
      `purge=127.0.0.1:${purgePort}`,
      '-f',
      settings,
      '-p',
      'default_grace=0',
      '-p',
      `vmod_path=${join(LIBRARIES, 'varnish/vmods')}`,
    ],
    {...process.env, LD_LIBRARY_PATH: LIBRARIES},
  );
  const ask = (path, headers = {}, rest = {}) =>
    new Promise((resolve, reject) => {
      request({host: '127.0.0.1', port, path, headers, ...rest}, async (response) => {
        const chunks = await response.toArray();
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        });
      })
        .on('error', reject)
        .end();
    });
  // A path that no test counts.
  await untilItAnswers(server, () => ask('/nothing.json'), said);
  return {ask, purgePort};
};
