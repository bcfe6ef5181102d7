import {Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import 'solidarity-widgets/define/solidarity-counter';

@Component({
  selector: 'app-counter',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <solidarity-counter src="/feed.json" [attr.lang]="lang()" trend>Палітвязні ў Беларусі</solidarity-counter>
    <button (click)="lang.set('en')">English</button>
  `,
})
export class Counter {
  readonly lang = signal('be');
}
