import {useState} from 'react';
import 'solidarity-widgets/define/solidarity-counter';
import type {} from 'solidarity-widgets/jsx';

export const Counter = () => {
  const [lang, setLang] = useState('be');
  return (
    <>
      <solidarity-counter src="/feed.json" lang={lang} trend>
        Палітвязні ў Беларусі
      </solidarity-counter>
      <button onClick={() => setLang('en')}>English</button>
    </>
  );
};
