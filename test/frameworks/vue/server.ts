import {createSSRApp} from 'vue';
import {renderToString} from 'vue/server-renderer';
import Counter from './Counter.vue';

export const render = () => renderToString(createSSRApp(Counter));
