import {renderToString} from 'react-dom/server';
import {Counter} from './counter';

export const render = () => renderToString(<Counter />);
