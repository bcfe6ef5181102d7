/* global wp, solidarityWidgets */
// The block in the editor: what readers see, rendered by the server, and its settings beside it.
(({blocks, element, blockEditor, components, i18n, serverSideRender}) => {
  const {createElement} = element;
  const {SelectControl, TextControl, PanelBody, Disabled} = components;
  const __ = (text) => i18n.__(text, 'solidarity-widgets');
  const LOOKS = {
    '': __('Campaign'),
    newsroom: __('Newsroom: the colours and letters of your theme'),
    contrast: __('High contrast'),
    memorial: __('Memorial: dark and quiet'),
  };

  blocks.registerBlockType('solidarity-widgets/widget', {
    edit: ({attributes, setAttributes}) => {
      const field = (Control, name, label, more) =>
        createElement(Control, {
          key: name,
          label,
          value: attributes[name],
          onChange: (value) => setAttributes({[name]: value}),
          ...more,
        });
      const settings = [
        field(SelectControl, 'widget', __('Widget'), {
          options: solidarityWidgets.map((value) => ({value, label: value})),
        }),
        field(TextControl, 'lang', __('Language'), {help: __('Such as be, de or pl. Empty: that of the page.')}),
        field(SelectControl, 'look', __('Look'), {
          options: Object.entries(LOOKS).map(([value, label]) => ({value, label})),
        }),
        field(TextControl, 'words', __('Words that are shown if the widget cannot be loaded')),
        field(TextControl, 'options', __('More options'), {
          help: __('As in the shortcode, such as: trend variant="badge"'),
        }),
      ];
      return createElement(
        'div',
        blockEditor.useBlockProps(),
        createElement(
          blockEditor.InspectorControls,
          null,
          createElement(PanelBody, {title: __('Solidarity widget')}, settings),
        ),
        // A click selects the block, and follows no link in it.
        createElement(
          Disabled,
          null,
          createElement(serverSideRender, {block: 'solidarity-widgets/widget', attributes}),
        ),
      );
    },
    save: () => null,
  });
})(wp);
