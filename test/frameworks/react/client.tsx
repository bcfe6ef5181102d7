import {hydrateRoot} from 'react-dom/client';
import {Counter} from './counter';

hydrateRoot(document.querySelector('main')!, <Counter />);
