<?php
// What an administrator has done: the script is in the head of all pages. `?script=` names what an optimiser, or nobody, has
// done instead; `?banner` puts a banner first into the body; `?dark` chooses a dark style variation of a block theme. The rest allows a test on one machine.
add_action('wp_head', function () {
  $source = getenv('WIDGETS') . 'solidarity.js';
  $wanted = $_GET['script'] ?? 'tag';
  if ($wanted === 'tag') {
    echo "<script async src=\"$source\" referrerpolicy=\"no-referrer\"></script>";
  }
  // WP Rocket, Flying Scripts: the script is put back when the reader does something.
  if ($wanted === 'delay') {
    echo "<script type=\"rocketlazyloadscript\" data-src=\"$source\" referrerpolicy=\"no-referrer\"></script>";
    echo <<<'HTML'
<script>addEventListener('keydown', () => {
  for (const old of document.querySelectorAll('[type=rocketlazyloadscript]')) {
    const script = document.createElement('script');
    for (const {name, value} of old.attributes) if (name !== 'type') script.setAttribute(name.replace(/^data-src$/, 'src'), value);
    old.replaceWith(script);
  }
});</script>
HTML;
  }
  // Autoptimize: one file of its own with all scripts.
  if ($wanted === 'combine') {
    $code = 'var other = 1;' . file_get_contents($source) . ';other++;';
    file_put_contents(WP_CONTENT_DIR . '/autoptimize_1.js', $code);
    echo '<script defer src="' . content_url('autoptimize_1.js') . '"></script>';
  }
});
if (isset($_GET['banner'])) {
  add_action('wp_body_open', function () {
    echo '<solidarity-banner position="top" lang="be">Salidarnasc</solidarity-banner>';
  });
}
if (isset($_GET['dark'])) {
  foreach (['template', 'stylesheet'] as $name) {
    add_filter("pre_option_$name", fn() => 'twentytwentythree');
  }
  add_filter('wp_theme_json_data_theme', function ($data) {
    return $data->update_with(wp_json_file_decode(get_theme_file_path('styles/pitch.json'), ['associative' => true]));
  });
}
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) parse_url(getenv('WIDGETS'), PHP_URL_PORT)]);
add_filter('wp_is_application_passwords_available', '__return_true');
