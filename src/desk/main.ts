import {DeskPreview} from './desk-preview.js';
import {FeedDesk} from './feed-desk.js';
import {ImportList} from './import-list.js';
import {ItemForm} from './item-form.js';
import {SignFeed} from './sign-feed.js';

customElements.define('item-form', ItemForm);
customElements.define('desk-preview', DeskPreview);
customElements.define('import-list', ImportList);
customElements.define('sign-feed', SignFeed);
customElements.define('feed-desk', FeedDesk);

// The elements of the preview. A page from the disk may not load modules and data: it has all elements in one file, in
// English.
const script = document.createElement('script');
script.src = location.protocol === 'file:' ? 'solidarity.all.js' : 'solidarity.js';
script.referrerPolicy = 'no-referrer';
document.head.append(script);
