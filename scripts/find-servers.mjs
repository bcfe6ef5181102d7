import {homedir} from 'node:os';
import {join} from 'node:path';
import {firstOf, lookFor} from './find-programs.mjs';

const {env} = process;

/** The folder into which ensure-tools.mjs unpacks packages. */
export const UNPACKED = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'solidarity-widgets', 'servers');

const MODULE = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const finders = {
  nginx: () => firstOf('nginx', '/usr/sbin/nginx', join(UNPACKED, 'usr/sbin/nginx')),
  brotli: () => firstOf(`/${MODULE}`, join(UNPACKED, MODULE)),
  caddy: () => firstOf('caddy', join(UNPACKED, 'usr/bin/caddy')),
  // It compiles its settings.
  varnish: () => firstOf('gcc') && firstOf('varnishd', '/usr/sbin/varnishd', join(UNPACKED, 'usr/sbin/varnishd')),
  openssl: () => firstOf('openssl', join(UNPACKED, 'usr/bin/openssl')),
};

/**
 * The programs for the tests of the hosting: those `found`, those `missing`, and whether the tests can run without the
 * missing ones (`enough`). All but Varnish, which needs a compiler, are required if CI is set. `brotli` is nginx's module for brotli.
 */
export const findServers = () => {
  const {found, missing} = lookFor(finders);
  return {found, missing, enough: !missing.some((name) => name !== 'varnish') || !env.CI};
};
