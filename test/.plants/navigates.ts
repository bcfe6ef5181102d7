import {expect} from '@open-wc/testing'; it('x', () => { location.href = '/nowhere'; return new Promise(() => {}); });
