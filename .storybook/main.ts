import type {StorybookConfig} from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  // Two ways to Lit (the elements' and Storybook's own) would load it twice.
  viteFinal: (config) => ({
    ...config,
    resolve: {...config.resolve, dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element']},
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [
        ...(config.optimizeDeps?.include ?? []),
        'lit',
        '@lit/localize/init/install.js',
        '@storybook/web-components',
      ],
    },
  }),
} satisfies StorybookConfig;
