import {expect} from '@open-wc/testing'; it('x', () => { console.error('boo', {a: 1}); });
