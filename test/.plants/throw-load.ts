import {expect} from '@open-wc/testing'; setTimeout(() => { throw new Error('timer at load'); }); await new Promise(r => setTimeout(r, 20)); it('ok', () => { expect(1).to.equal(1); });
