import {addons} from 'storybook/manager-api';
import {create} from 'storybook/theming';

const common = {
  brandTitle: 'Solidarity Widgets',
  brandUrl: './',
  colorSecondary: '#c8102e',
  appBorderRadius: 4,
  // No font is loaded.
  fontBase: 'system-ui, sans-serif',
};
const isDark = matchMedia('(prefers-color-scheme: dark)').matches;

addons.setConfig({theme: create({base: isDark ? 'dark' : 'light', ...common})});
