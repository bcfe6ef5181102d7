<?php
/**
 * Plugin Name: Solidarity Widgets
 * Description: A counter of political prisoners, a countdown, ways to help and more, as a shortcode and a block. All files are on your own site; nothing is requested from others, and nothing is stored.
 * Version: {{version}}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: solidarity-widgets
 */

namespace SolidarityWidgets;

defined('ABSPATH') || exit;

const VERSION = '{{version}}';
/** Characters of an attribute's value, as in links and placeholders. */
const MAX_LENGTH = 200;

/** The names of the widgets and of their attributes, which the release has written. */
function widgets() {
  static $widgets;
  return $widgets ??= wp_json_file_decode(__DIR__ . '/widgets.json', ['associative' => true]);
}

/** The attributes of a shortcode (`trend`, `lang="be"`) that a widget has. `src` is none of them: authors choose no feed. */
function pick_attributes($widget, $given) {
  $picked = [];
  foreach ($given as $name => $value) {
    // One without a value has a number as its name.
    if (is_int($name)) {
      [$name, $value] = [strtolower($value), ''];
    }
    $value = sanitize_text_field($value);
    if (in_array($name, widgets()[$widget], true) && mb_strlen($value) <= MAX_LENGTH) {
      $picked[$name] = $value;
    }
  }
  return $picked;
}

/** What is read if anything fails, if the page has no words of its own: the title of the feed, in the widget's language. */
function title_of_feed($lang) {
  static $feed;
  $feed ??= wp_json_file_decode(__DIR__ . '/widgets/feed.json', ['associative' => true]);
  $title = $feed['title'] ?? '';
  return is_string($title) ? $title : $title[$lang] ?? ($title[$feed['lang'] ?? 'en'] ?? '');
}

/**
 * Words between the tags of a shortcode, without the paragraphs that WordPress puts around them, and with all that is open
 * closed: an element that a paragraph is open in cannot be closed, and would take in the rest of the page.
 */
function clean_words($words) {
  return trim(force_balance_tags(wp_kses_post(preg_replace('#</?p\b[^>]*>#i', ' ', (string) $words))));
}

/** The HTML of a widget. What is wrong is said to those who can edit posts. */
function render($widget, $given, $words) {
  if (!isset(widgets()[$widget])) {
    if (!current_user_can('edit_posts')) {
      return '';
    }
    /* translators: 1: name of a widget, 2: list of names */
    $message = __('Solidarity Widgets: there is no widget “%1$s”. There are: %2$s.', 'solidarity-widgets');
    return '<p>' . esc_html(sprintf($message, $widget, implode(', ', array_keys(widgets())))) . '</p>';
  }
  $attributes = pick_attributes($widget, $given);
  // WordPress calls Belarusian bel.
  $lang = $attributes['lang'] ?? preg_replace(['/-.*/', '/^bel$/'], ['', 'be'], get_bloginfo('language'));
  $words = clean_words($words);
  $words = $words === '' ? esc_html(title_of_feed($lang)) : $words;
  // No script runs in a feed reader.
  if (is_feed()) {
    return $words;
  }
  wp_enqueue_script('solidarity-widgets');
  $html = '<solidarity-' . esc_attr($widget);
  foreach ($attributes as $name => $value) {
    $html .= ' ' . esc_attr($name) . '="' . esc_attr($value) . '"';
  }
  return "$html>$words</solidarity-" . esc_attr($widget) . '>';
}

/** `[solidarity widget="counter" lang="be" trend]words[/solidarity]` */
function render_shortcode($attributes, $words = '') {
  $attributes = is_array($attributes) ? $attributes : [];
  $widget = $attributes['widget'] ?? 'counter';
  unset($attributes['widget']);
  return render($widget, $attributes, $words);
}

/** The block: its field for more options is written like the attributes of the shortcode. */
function render_block($block) {
  $more = shortcode_parse_atts($block['options']);
  $attributes = array_filter(['lang' => $block['lang'], 'look' => $block['look']]) + (is_array($more) ? $more : []);
  $html = render($block['widget'], $attributes, esc_html($block['words']));
  return is_feed() ? $html : '<div ' . get_block_wrapper_attributes() . ">$html</div>";
}

add_action('init', function () {
  wp_register_script('solidarity-widgets', plugins_url('widgets/solidarity.js', __FILE__), [], VERSION, true);
  $libraries = ['wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-i18n', 'wp-server-side-render'];
  wp_register_script('solidarity-widgets-block', plugins_url('block.js', __FILE__), $libraries, VERSION, true);
  $names = wp_json_encode(array_keys(widgets()));
  wp_add_inline_script('solidarity-widgets-block', "window.solidarityWidgets = $names;", 'before');
  wp_set_script_translations('solidarity-widgets-block', 'solidarity-widgets');
  $text = ['type' => 'string', 'default' => ''];
  register_block_type('solidarity-widgets/widget', [
    'api_version' => 3,
    'title' => __('Solidarity widget', 'solidarity-widgets'),
    'description' => __('A counter of political prisoners, a countdown, ways to help and more.', 'solidarity-widgets'),
    'category' => 'widgets',
    'icon' => 'megaphone',
    'supports' => ['html' => false, 'align' => ['wide', 'full']],
    'attributes' => [
      'widget' => ['type' => 'string', 'default' => 'counter'],
      'lang' => $text,
      'look' => $text,
      'words' => $text,
      'options' => $text,
    ],
    'editor_script_handles' => ['solidarity-widgets-block'],
    'render_callback' => __NAMESPACE__ . '\render_block',
  ]);
  add_shortcode('solidarity', __NAMESPACE__ . '\render_shortcode');
});

// In the editor the block shows what readers see. (As a script of the block it would be on all pages of classic themes.)
add_action('enqueue_block_assets', function () {
  if (is_admin()) {
    wp_enqueue_script('solidarity-widgets');
  }
});

// The script finds its files by its own address: these attributes ask optimisers not to merge it with others. The filter
// names another feed, for example that of the campaign.
add_filter(
  'script_loader_tag',
  function ($tag, $handle) {
    if ($handle !== 'solidarity-widgets') {
      return $tag;
    }
    $attributes = 'async referrerpolicy="no-referrer" data-no-optimize="1" data-noptimize data-cfasync="false" nowprocket';
    $feed = esc_url(apply_filters('solidarity_widgets_feed', ''));
    return str_replace(' src=', " $attributes" . ($feed ? " data-feed=\"$feed\"" : '') . ' src=', $tag);
  },
  10,
  2,
);
