import {bootstrapApplication, provideClientHydration} from '@angular/platform-browser';
import {Counter} from './counter';

void bootstrapApplication(Counter, {providers: [provideClientHydration()]});
