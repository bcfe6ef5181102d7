// A Chromium for a file of package tests.
import puppeteer from 'puppeteer-core';
import {findBrowsers} from '../../scripts/find-browsers.mjs';

/** Starts the Chromium that is here. */
export const launch = () =>
  puppeteer.launch({
    executablePath: findBrowsers().found.chromium,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
