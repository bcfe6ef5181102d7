import {expect} from '@open-wc/testing'; it('x', () => { setTimeout(() => { throw new Error('timer'); }); });
