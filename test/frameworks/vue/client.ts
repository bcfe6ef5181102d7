import {createSSRApp} from 'vue';
import Counter from './Counter.vue';

createSSRApp(Counter).mount('main');
