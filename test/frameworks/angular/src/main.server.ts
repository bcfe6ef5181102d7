import {bootstrapApplication, type BootstrapContext, provideClientHydration} from '@angular/platform-browser';
import {provideServerRendering, RenderMode, withRoutes} from '@angular/ssr';
import {Counter} from './counter';

const serverRendering = provideServerRendering(withRoutes([{path: '**', renderMode: RenderMode.Prerender}]));

export default (context: BootstrapContext) =>
  bootstrapApplication(Counter, {providers: [provideClientHydration(), serverRendering]}, context);
