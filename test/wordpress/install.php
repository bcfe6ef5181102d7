<?php
// Installs WordPress, and prints a password of its REST interface for a user of each role, as JSON.
define('WP_INSTALLING', true);
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_URI'] = '/';
require getenv('WORDPRESS') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

function wp_new_blog_notification() {
}

wp_install('Test', 'admin', 'admin@example.org', true, '', 'password');
switch_theme('twentytwentyone');
$plugins = ['plugin-check/plugin.php', 'solidarity-widgets/solidarity-widgets.php'];
update_option('active_plugins', array_values(array_filter($plugins, fn($file) => file_exists(WP_PLUGIN_DIR . "/$file"))));
$passwords = [];
foreach (['administrator', 'editor', 'author'] as $role) {
  $user = wp_insert_user(['user_login' => "$role-1", 'user_pass' => 'password', 'role' => $role]);
  $passwords[$role] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'test'])[0];
}
echo json_encode($passwords);
