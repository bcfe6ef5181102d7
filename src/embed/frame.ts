import {create} from '../dom/create.js';
import {page} from '../dom/page.js';

/*
 * An embed page inside a frame: it says how high it is, and opens links.
 *
 * To the page around it goes `{type: 'solidarity-height', height}`, whatever its origin is: a height is no secret. After
 * `{type: 'solidarity-ready'}` from there it is sent again. WordPress gives a frame a secret, which comes back with
 * `{message: 'height', value, secret}`; until then it does not show the frame.
 */

const SECRET = /^[a-zA-Z0-9]{1,64}$/;

/** The secret of WordPress, in the fragment of the address: `#?secret=…`. */
const secretIn = (fragment: string) => {
  const [, secret = ''] = /[?&]secret=([^&]*)/.exec(fragment) ?? [];
  return SECRET.test(secret) ? secret : undefined;
};

/** Says the height of `content` to the page around, now and whenever it changes. */
export const tellHeight = (content: Element) => {
  let secret = secretIn(location.hash);
  let sent = 0;
  const measure = () => Math.ceil(content.getBoundingClientRect().height);
  const tell = () => {
    sent = measure();
    parent.postMessage({type: 'solidarity-height', height: sent}, '*');
    if (!secret) return;
    parent.postMessage({message: 'height', value: sent, secret}, '*');
    // WordPress now shows the frame, in another width.
    setTimeout(() => measure() !== sent && tell(), 500);
  };
  new ResizeObserver(tell).observe(content);
  // Outside the window, Chromium does not run the observers of a frame.
  content.addEventListener('load', tell, true);
  addEventListener('message', ({source, data}: MessageEvent<unknown>) => {
    if (source !== parent || !data || typeof data !== 'object') return;
    const {type, message, secret: given} = data as Readonly<Record<string, unknown>>;
    if (message === 'ready' && typeof given === 'string' && SECRET.test(given)) secret ??= given;
    if (type === 'solidarity-ready' || message === 'ready') tell();
  });
};

/** The link that a click was on, also in an element's shadow root. */
const linkOf = (event: Event) =>
  event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && /^https?:$/.test(node.protocol));

/** A new window; null where the sandbox forbids it. */
const openWindow = (url: string) => {
  try {
    return open(url);
  } catch {
    // As Firefox says it.
    return null;
  }
};

/**
 * Opens links at the top of the window, as `<base target="_top">` says. A sandbox may forbid that, and new windows, too:
 * then the address is shown below `content`, so that it can be copied.
 */
export const openLinks = (content: Element) => {
  let address: HTMLElement | undefined;
  const show = (url: string) => {
    address ??= content.appendChild(create('p', {id: 'address', role: 'status', translate: 'no'}));
    address.textContent = url;
    getSelection()?.selectAllChildren(address);
  };
  page.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || event.defaultPrevented) return;
    // The origin of a sandbox without `allow-same-origin`. Others do not say what they forbid.
    if (self.origin === 'null') {
      event.preventDefault();
      const opened = openWindow(link.href);
      if (opened) opened.opener = null;
      else show(link.href);
    } else show(link.href);
  });
};
