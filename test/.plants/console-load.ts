import {expect} from '@open-wc/testing'; console.error('at load'); it('ok', () => { expect(1).to.equal(1); });
