// A page of many widgets of a kind, with nothing beside them.
import {inject, inTab, meter} from '../measure.mjs';
import {figure} from './bundle.mjs';

const number = figure.value.toLocaleString('en');

/** Gives `act` a tab where one of the widgets has come with the page, and so all that any of them needs. */
export const withMany = (browser, server, widget, act) =>
  inTab(browser, async (tab, context) => {
    const {head, code, html, shown, style = ''} = widget;
    const script = head ?? `<script async type="module" src="/${code}.js"></script>`;
    server.put(
      '/many.html',
      `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style>${script}${html}`,
    );
    await tab.setViewport({width: 1280, height: 800});
    await inject(tab, {shown, NUMBER: number, WATCHED: 'body > *'}, 'peers/in-page.js');
    await tab.goto(`${server.origin}/many.html`);
    await tab.waitForFunction('seen.number', {polling: 50});
    await tab.waitForNetworkIdle({idleTime: 200});
    return act({
      tab,
      context,
      ...(await meter(tab)),
      mount: (count, columns) =>
        tab.evaluate((options) => globalThis.bench.mount(options), {html, count, columns, code: code && `/${code}.js`}),
    });
  });
