import type {Attributes} from '../embed/attributes.js';
import {upgradePage} from '../embed/upgrade.js';

/* Loaded by the script on pages that have links to embed pages, or placeholders. */

/** The attributes of every element. Set by the build. */
declare const ATTRIBUTES: Attributes;

/** Upgrades links and placeholders; `base` is the folder of the script. */
export const upgrade = (base: string) => upgradePage(base, ATTRIBUTES);
