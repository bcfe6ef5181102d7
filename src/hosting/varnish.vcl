# A cache in front of nginx or Caddy, for Varnish 6.5 or newer: /etc/varnish/default.vcl. Yours is the backend.
# Why each line is here, and how to check it: stories/hosting.md.
vcl 4.1;

import std;

# The server of the files, without TLS. Its health is checked with a file that no reader requests.
backend default {
  .host = "127.0.0.1";
  .port = "8080";
  .probe = {
    .url = "/integrity.json";
    .interval = 5s;
    .timeout = 2s;
    # Well from the start.
    .initial = 3;
  }
}

sub vcl_recv {
  # Who may purge: whoever reaches a listener of its own, varnishd -a purge=127.0.0.1:6083. Not an address: behind a proxy
  # on this computer all readers have that of the computer.
  if (req.method == "PURGE" && local.socket == "purge") {
    return (purge);
  }
  # Readers only read.
  if (req.method !~ "^(GET|HEAD|OPTIONS)$") {
    return (synth(405));
  }
  if (req.method == "OPTIONS") {
    return (pass);
  }

  # One copy for all readers, under one address: no cookies, no passwords, no queries.
  unset req.http.Cookie;
  unset req.http.Authorization;
  set req.url = regsub(req.url, "\?.*$", "");

  # Accept-Encoding is only gzip for Varnish; the answers to other origins are the same.
  unset req.http.Origin;

  # How old a copy may be while a new one is fetched (stale-while-revalidate). Where the server is down, and after it has
  # failed, it may be as old as stale-if-error says.
  if (req.restarts > 0 || !std.healthy(req.backend_hint)) {
    set req.grace = 1y;
  } elsif (req.url ~ "\.js$") {
    set req.grace = 1d;
  } else {
    set req.grace = 60s;
  }
  return (hash);
}

# Not the name of the host: the publisher, who purges, uses another one than readers.
sub vcl_hash {
  hash_data(req.url);
  return (lookup);
}

sub vcl_backend_response {
  # The old copy stays.
  if (beresp.status >= 500) {
    return (abandon);
  }
  set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=(\d+).*$", "\1s"), 0s);
}

sub vcl_backend_error {
  return (abandon);
}

sub vcl_synth {
  # Once more, now with copies of any age.
  if (resp.status == 503 && req.restarts == 0) {
    return (restart);
  }
  if (resp.status == 503) {
    set resp.http.Retry-After = "60";
  }
  set resp.http.Access-Control-Allow-Origin = "*";
  set resp.http.Access-Control-Expose-Headers = "Retry-After";
  set resp.http.Content-Type = "text/plain; charset=utf-8";
  set resp.body = resp.reason;
  return (deliver);
}

sub vcl_deliver {
  unset resp.http.Via;
  unset resp.http.X-Varnish;
}
