import {CodeBlock} from './code-block.js';
import {WidgetBuilder} from './widget-builder.js';

customElements.define('code-block', CodeBlock);
customElements.define('widget-builder', WidgetBuilder);
