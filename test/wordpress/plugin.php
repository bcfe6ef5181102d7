<?php
// What an administrator has done: the script is in the head of all pages. The rest allows a test on one machine.
add_action('wp_head', function () {
  echo '<script async src="' . getenv('WIDGETS') . 'solidarity.js" referrerpolicy="no-referrer"></script>';
});
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) parse_url(getenv('WIDGETS'), PHP_URL_PORT)]);
add_filter('wp_is_application_passwords_available', '__return_true');
