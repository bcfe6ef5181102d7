import {expect} from '@open-wc/testing'; void Promise.reject(new Error('at load')); it('ok', () => { expect(1).to.equal(1); });
