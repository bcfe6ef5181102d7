import './nowhere.js'; it('ok', () => { expect(1).to.equal(1); });
