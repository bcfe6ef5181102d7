import {expect} from '@open-wc/testing'; it('x', () => { void Promise.reject(new Error('lost')); });
