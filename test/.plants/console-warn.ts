import {expect} from '@open-wc/testing'; it('x', () => { console.warn('boo'); }); it('after', () => {});
