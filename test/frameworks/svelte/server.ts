import {render as renderComponent} from 'svelte/server';
import Counter from './Counter.svelte';

export const render = () => renderComponent(Counter).body;
