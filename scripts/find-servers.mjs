import {homedir} from 'node:os';
import {join} from 'node:path';
import {firstOf, lookFor} from './find-programs.mjs';

const {env} = process;

/** Where ensure-tools.mjs unpacks what it brings. */
export const UNPACKED = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'solidarity-widgets', 'servers');

const MODULE = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const finders = {
  nginx: () => firstOf('nginx', '/usr/sbin/nginx', join(UNPACKED, 'usr/sbin/nginx')),
  brotli: () => firstOf(`/${MODULE}`, join(UNPACKED, MODULE)),
  caddy: () => firstOf('caddy', join(UNPACKED, 'usr/bin/caddy')),
  openssl: () => firstOf('openssl', join(UNPACKED, 'usr/bin/openssl')),
};

/**
 * The programs to test the hosting with: those that are `found`, those that are `missing`, and whether that is
 * `enough`. They all have to be there when CI is set. `brotli` is nginx's module for brotli.
 */
export const findServers = () => {
  const {found, missing} = lookFor(finders);
  return {found, missing, enough: !missing.length || !env.CI};
};
