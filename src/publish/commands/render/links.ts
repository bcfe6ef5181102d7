import {Option} from 'commander';
import type {LinkPolicy} from '../../../feed/links.js';

const POLICIES: readonly LinkPolicy[] = ['all', 'unlisted', 'none'];

/** The option `--links`: in Belarus, to spread a link to a banned page is an offence. */
export const linksOption = (usual: LinkPolicy) =>
  new Option(
    '--links <policy>',
    'which links to include: all; unlisted: only those that the feed says are banned in no country; none',
  )
    .choices(POLICIES)
    .default(usual);
