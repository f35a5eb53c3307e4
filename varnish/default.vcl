# The policy of Varnish (7.1 or later) in front of the API nodes: which requests reach a node, and what is cached.
# The nodes are in backends.vcl in the same folder, which `varnish/backends` writes: it defines the nodes and the
# directors `nodes` and `anyway`. This file has the policy only, and is the same in every deployment. Each behaviour has
# a case in *.vtc; `varnish/test` runs them.
vcl 4.1;

import blob;
import directors;
import std;

include "./backends.vcl";

# The addresses that may PURGE and BAN. Requests that a proxy forwarded are refused even from these addresses: otherwise
# every client of a TLS terminator on this machine would have its address. (Varnish itself appends the client to
# X-Forwarded-For before vcl_recv, so a single address there means that no proxy forwarded the request.)
acl operators {
    "127.0.0.0"/8;
    "::1";
}

# The addresses of TLS terminators, which say by X-Forwarded-Proto how a reader came.
acl terminators {
    "127.0.0.0"/8;
    "::1";
}

sub vcl_init {
    # unavailable.png: the badge "badge | unavailable", for answers without any node.
    new unavailable = blob.blob(BASE64,
        "iVBORw0KGgoAAAANSUhEUgAAAHQAAAAUCAYAAABcbhl9AAAFeUlEQVR4Xu2a209USRDGedqn/fdEZUQINy8vBkJCQpAMhrD7YIJBBFGQm2I0RkFQEAT1QVCihqBcolzlDl4QUGNYqOXXSZ00fc4wEDcbQmaSL/Spru6urq+qug8zcadPn/7z1KlTPaFQaOPQoUOyn3Hx4sUYgjG7hb/C4fAfcSdPnuxxHbdfEbCRGCyUlJT8HZeQkPCP67j9CncDMfgwE+c6bT8jYAMxOIgResAQSOiRI0ekuLjYJ98Ljh49KufPn/fJfweu8fsJtbW1cufOHa999+5dn44LdNB15aCxsVGuXbvmk0dDIKHHjh2T5eVln3wvSE5OlsXFRZ/8d+Aav5/w4MEDefPmjWm3trbK+/fvfTou0EHXlYOJiQlpamryyaMhKqFbt2DzbPcfPnxYtl53JCkpyTcWItPS0gIJPXHihBw/ftw3BmRkZEhKSopPbsM1fi8g2isqKnzy6upqqaqq8sl3AnMxzpUrggglE69evbpNpoRil5uNQYTW1NTIlStXfOvZiEjo6uqq9Pb2Sn9/v3z+/FkKCgpMX05OjoyPj0tfX5/Mz8/LzZs3vXHl5eXy6dMnefv2rTx9+tQjlAB4/fq1jI2NyfDwsLx8+VJaWlpMHyQie/funXz8+FEePnzos2cnQnHS2tqa98yGf/z4Ydo4ib4PHz7I9PS0fP/+3cyv45aWlmRyctL8Ze2ysjK5fPmy/Pz5c5vzBwYG5NmzZ6a9sLBgdGdnZ83+VK+9vV2GhoZM2ya0oaHBW+fLly9mLp0XnZGREZmbmzM6kHjp0iXTZxN6/fp1wwHrMserV6+8OVxEJJRPYWGhec7Pz5eZmRnT3nrN8fRCoZAxhEwl81ZWVkwW0kc0KaEXLlwwARAfH29AWwnFEXV1daZNH07Jy8vz2QRc40E0QvncunXLPHMu4TzapaWlnvMApD969Mi0BwcH5cmTJ6ZNkDKfEgfpOoYg7e7uNu1IhNr6rElAqD3oEOTaD+ldXV2mbRNK4jQ3N5s2NuNzncNFREJ//fq1TQZZlNHExES5f/++yShA1GdlZcnZs2dN9Kk+JVkJxRicq320lVAiva2tTW7fvm1AtlICXZuAazyIRij2aR/P7IM2zn3+/LlMTU2Z7P327Zv09PSYPi4rSjwkj46OenPgcBzPGDvjIhFKQJBR6GuVYL/0odPZ2bltbp1DCaUcb25ummpJZQMEhQaciz0TyiKULc1UIiw7O3tHQskMzUJAWwnFcTg3HA574Nx2bQKu8QACbdIIBptQjg67TwnFkRCjmYfTX7x44elCcH19vdHBVmT37t0z2aHnHQSQzbQjEcq8+AViebYrwW4J3djYMGsTaAr3zFVEJJTPuXPnzDMlUEsuZyMDaZ85c0bW19cNoVpyudzQx4JKaFFRkTkrKNGAiFdCHz9+bAzUtXndcS9hCtd4QDAQfHqxYb7dEAp5eivVs98mlIyALIJFSzOksQ9dF7KjEWqX78rKSnM+24TaJRcSg0ouGdnR0eHpUcY1QFxEJJSN25ciJZfzlM1zDnL5YWEIpY8LhV6KuETYt1zK9NevXw2ZGMczci5FbJqNUcIpS5mZmT6bIhEKIALiKN+svRtCuXWShZRcHMb6NqFUET7sU2VUA3yBjYwh26IRyrspRwLkYx/r2YTalyJ09My1Cb1x44ZZFz0t9dindtkIJNRG0GsLz5RUVxdQltPT031yG0QhpcSW8aoTqdQqXONtEP3Ale8EMg9i7YvLbsAYgteVRwLZxBiy2u0DQa8tQUAnml5UQv8rUN44ezlTiL5I76M7wTU+Bj/+N0JTU1PNhSc3N9f8a9Ht3w1c42PwI/b12cHCTOwL7gME8wV37CcoBwLeT1D+BfWkmcqWVvuIAAAAAElFTkSuQmCC");
}

# ---------------------------------------------------------------------------------------------------- request

sub vcl_recv {
    # Variables of the subroutines below; clients must not set them.
    unset req.http.X-Blazon-Authorization;
    unset req.http.X-Blazon-Hit;
    unset req.http.X-Blazon-Host;
    unset req.http.X-Blazon-Page;
    unset req.http.X-Blazon-Dialect;
    unset req.http.X-Blazon-Query;
    unset req.http.X-Blazon-Word;
    unset req.http.X-Blazon-Last;
    unset req.http.X-Blazon-Usage;

    # No badge request needs a body with a Transfer-Encoding, and two parsers can disagree about its end (request
    # smuggling). So nothing that follows it on this connection is read.
    if (req.http.Transfer-Encoding) {
        set req.http.X-Blazon-Last = "yes";
    }
    if (req.method == "PURGE" || req.method == "BAN") {
        call clear_cache;
    }
    if (req.url ~ "^/v1/") {
        call pass_usage;
    }
    if (req.method == "OPTIONS") {
        return (synth(204));
    }
    if (req.method == "POST" && req.url ~ "^/(repair|api/client-errors)$") {
        # The page's two forms. The API itself limits their size.
        call drop_headers;
        return (pass);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (synth(405));
    }
    if (req.url ~ "^/operator(/|\?|$)") {
        call pass_operator;
    }
    call name_the_dialect;
    call let_through;
    if (!req.http.X-Blazon-Page) {
        call normalize_query;
    }
    call drop_headers;
    return (hash);
}

# Reports of how Python is used, and what is counted of them: nothing is cached, and the API sees the headers that say who
# asks and who wants no report kept (Authorization, Cookie, DNT, Sec-GPC). What tells a sender's address stays here. Other
# sites' scripts may not read any of it, so there is no CORS.
sub pass_usage {
    if (req.url !~ "^/v1/(on_import|count(\.(svg|png))?|download/import)(\?|$)") {
        return (synth(404));
    }
    if (req.method != "GET" && req.method != "HEAD" && req.method != "POST") {
        return (synth(405));
    }
    set req.http.X-Blazon-Page = "yes";
    set req.http.X-Blazon-Usage = "yes";
    if (req.method == "POST") {
        unset req.http.Forwarded;
        unset req.http.From;
        unset req.http.Referer;
        unset req.http.User-Agent;
        unset req.http.Via;
        unset req.http.X-Forwarded-For;
        unset req.http.X-Real-IP;
    }
    return (pass);
}

# The operator's pages are about now, and behind a password that the API checks: it sees the header, and nothing is cached.
sub pass_operator {
    set req.http.X-Blazon-Page = "yes";
    if (req.http.Authorization) {
        set req.http.X-Blazon-Authorization = req.http.Authorization;
    }
    call drop_headers;
    if (req.http.X-Blazon-Authorization) {
        set req.http.Authorization = req.http.X-Blazon-Authorization;
        unset req.http.X-Blazon-Authorization;
    }
    return (pass);
}

# PURGE removes one URL from the cache. BAN removes a project, named by the header Surrogate-Key as the API names it:
# `BAN /`, `Surrogate-Key: requests`.
sub clear_cache {
    if (client.ip !~ operators || req.http.X-Forwarded-For ~ "," || req.http.Forwarded || req.http.Via) {
        return (synth(403));
    }
    if (req.method == "BAN") {
        # Only a normalised name (PEP 503) may become part of a ban expression.
        if (req.http.Surrogate-Key !~ "^[a-z0-9]+(-[a-z0-9]+)*$") {
            return (synth(400, "Surrogate-Key must name one project, normalised as PEP 503 says"));
        }
        if (!std.ban("obj.http.Surrogate-Key ~ (^|\s)" + req.http.Surrogate-Key + "(\s|$)")) {
            return (synth(500, std.ban_error()));
        }
        return (synth(200, "Forgotten"));
    }
    call name_the_dialect;
    if (!req.http.X-Blazon-Page) {
        call normalize_query;
    }
    return (purge);
}

# The host name chooses the dialect if it belongs to one of the services whose URLs Blazon answers. All other host names
# get the same badges, and reach the API under one name, so that invented host names cannot split or poison the cache.
# The page contains its host name, and is cached by it. Download numbers and charts of them are the same under all hosts;
# the queries of numbers are not those of badges.
sub name_the_dialect {
    set req.http.X-Blazon-Host = std.tolower(regsub(req.http.Host, ":\d+$", ""));
    if (req.url ~ "^/(((pepy|pypistats)/)?api/(v\d/)?(projects|packages|top|days)|(npm/)?downloads/(point|range))(/|\?|$)") {
        set req.http.X-Blazon-Page = "yes";
        set req.http.X-Blazon-Host = "blazon";
        set req.http.Host = "blazon";
    } elsif (req.url ~ "^/(\?|$|(build|repair|compare|top|rising|status(\.json)?|favicon\.ico|favicon\.svg|robots\.txt)(\?|$)|docs(/|\?|$)|(api|assets)/)") {
        set req.http.X-Blazon-Page = "yes";
        set req.http.X-Blazon-Host = req.http.Host;
    } elsif (req.url ~ "^/chart/") {
        set req.http.X-Blazon-Host = "blazon";
        set req.http.Host = "blazon";
    } elsif (req.http.X-Blazon-Host ~ "^((www\.)?pypip\.in|(img\.|raster\.|www\.)?shields\.io|badge\.fury\.io|(static\.|www\.)?pepy\.tech|(flat\.)?badgen\.net)$") {
        set req.http.X-Blazon-Dialect = "yes";
    } else {
        set req.http.X-Blazon-Host = "blazon";
        set req.http.Host = "blazon";
    }
}

# Lets through only the paths of badges and charts, the page and its assets. A dialect's own host serves only badges, and
# the API has a badge for each of its URLs, known or not.
sub let_through {
    if (req.url ~ "^/(metrics|healthz|readyz)\b") {
        return (synth(404));
    }
    if (!req.http.X-Blazon-Page
            && !(req.http.X-Blazon-Dialect && req.url ~ "^/[^/?]")
            && req.url !~ "^/endpoint(\?|$)"
            && req.url !~ "^/chart/[^/?]+\.(svg|png)(\?|$)"
            && req.url !~ "^/(pypi|badge|static|py|pepy|personalized-badge|pypipin|shields|fury|badgen)/[^/?]"
            && req.url !~ "^/[a-z_-]+/[^/?]+/badge(\.[a-z]+)?/?(\?|$)"
            && req.url !~ "^/(d|download|v|version|wheel|egg|license|format|py_versions|implementation|status)/[^/?]") {
        return (synth(404));
    }
}

# Brings the query into its canonical form, so that two spellings of one badge share one object. The API does the same
# (CanonicalQuery), and queries.tsv is run through both. In this order: a "?" or "amp;" before a name is a mistake; names that
# no badge and no chart has (tracking, tokens, cache busters, RST directives that were glued to URLs) are dropped; the first 32
# parameters stay, and are sorted. If a name occurs twice, the order matters (the first one counts; two links are left and
# right), so such a query is not sorted.
sub normalize_query {
    if (req.url !~ "\?") {
        return;
    }
    set req.http.X-Blazon-Query = regsuball("&" + regsub(req.url, "^[^?]*\?", ""), "&(?:&|\?|amp;)*+", "&");
    set req.url = regsub(req.url, "\?.*$", "");
    set req.http.X-Blazon-Query = regsuball(req.http.X-Blazon-Query,
        "&(?!(?:style|label|labelColor|color|message|logo|logoColor|logoSize|logoWidth|link|cacheSeconds|maxAge|cache|colorA|colorB|period|text|version|python|installer|system|prereleases|include_prereleases|index|pypiBaseUrl|url|units|left_color|right_color|left_text|icon|iconWidth|list|scale|idSuffix|download|by|versions|days|interval|mirrors|form|theme|width|height)(?:=|&|$))[^&]*+",
        "");
    set req.http.X-Blazon-Query = regsub(req.http.X-Blazon-Query, "^((?:&[^&]*+){32}).*$", "\1");
    if (req.http.X-Blazon-Query != "") {
        set req.url = req.url + "?" + regsub(req.http.X-Blazon-Query, "^&", "");
        if (req.http.X-Blazon-Query !~ "&([^=&]++)(?:=[^&]*+)?(?:&[^&]*+)*?&\1(?:=|&|$)") {
            set req.url = std.querysort(req.url);
        }
    }
    unset req.http.X-Blazon-Query;
}

# An answer depends on the URL alone, so headers that identify the client or its origin are removed.
sub drop_headers {
    unset req.http.Accept-Charset;
    unset req.http.Accept-Language;
    unset req.http.Authorization;
    unset req.http.Cache-Control;
    unset req.http.Cookie;
    unset req.http.DNT;
    unset req.http.Forwarded;
    unset req.http.From;
    unset req.http.Origin;
    unset req.http.Pragma;
    unset req.http.Proxy;
    unset req.http.Referer;
    unset req.http.Sec-Fetch-Dest;
    unset req.http.Sec-Fetch-Mode;
    unset req.http.Sec-Fetch-Site;
    unset req.http.User-Agent;
    unset req.http.Via;
    unset req.http.X-Forwarded-For;
    unset req.http.X-Forwarded-Host;
    # The pages show it in their snippets; badges and numbers are the same for all.
    if (!req.http.X-Blazon-Page || req.http.X-Blazon-Host == "blazon" || client.ip !~ terminators
            || req.http.X-Forwarded-Proto != "https") {
        unset req.http.X-Forwarded-Proto;
    }
    unset req.http.X-Real-IP;
}

sub vcl_hash {
    hash_data(req.url);
    hash_data(req.http.X-Blazon-Host);
    if (req.http.X-Forwarded-Proto) {
        hash_data(req.http.X-Forwarded-Proto);
    }
    return (lookup);
}

sub vcl_hit {
    if (obj.ttl > 0s) {
        set req.http.X-Blazon-Hit = "HIT";
    } else {
        set req.http.X-Blazon-Hit = "STALE";
    }
}

# ------------------------------------------------------------------------------------------------------ fetch

# All badges of a project go to one node, so that a README with eight badges of an uncached project costs one request to
# PyPI. While a node is down, the next one on the ring serves its projects. X-Blazon-Word, the key, is the project's name
# for every form of URL that has one; for the others any word will do.
sub vcl_backend_fetch {
    set bereq.http.X-Blazon-Word = regsub(bereq.url, "\?.*$", "");
    set bereq.http.X-Blazon-Word = regsub(bereq.http.X-Blazon-Word, "^/(pypipin|shields|fury|pepy(?!/dt/)|badgen|pypistats|npm)(?=/)", "");
    set bereq.http.X-Blazon-Word = regsub(bereq.http.X-Blazon-Word, "^/(pypi/frameworkversions/[^/]+|pypi/[^/]+|pepy/dt|api/(?:v\d/)?(?:projects|packages)|downloads/(?:point|range)/[^/]+|[^/]+)/", "");
    set bereq.http.X-Blazon-Word = regsub(bereq.http.X-Blazon-Word, "(/.*|\.(svg|png|json))$", "");
    set bereq.http.X-Blazon-Word = std.tolower(regsuball(bereq.http.X-Blazon-Word, "[-_.]+", "-"));
    if (bereq.http.X-Blazon-Usage) {
        # A node that keeps the reports itself is asked for them, too.
        set bereq.http.X-Blazon-Word = "v1";
    }
    if (bereq.url ~ "^/operator(/|\?|$)") {
        # One node counts the guesses at the password, and knows that one was right.
        set bereq.http.X-Blazon-Word = "operator";
    }
    set bereq.backend = nodes.backend(
        by=KEY, key=nodes.key(bereq.http.X-Blazon-Word), alt=bereq.retries, healthy=ALL);
    if (!std.healthy(bereq.backend)) {
        # No node is healthy according to the probes. They may be late (a node has just come back) or too strict (all are
        # busy, or the last one is stopping), so a request may still succeed.
        set bereq.backend = anyway.backend(
            by=KEY, key=nodes.key(bereq.http.X-Blazon-Word), alt=bereq.retries);
    }
    unset bereq.http.X-Blazon-Word;
    unset bereq.http.X-Blazon-Host;
    unset bereq.http.X-Blazon-Dialect;
    unset bereq.http.X-Blazon-Last;
    unset bereq.http.X-Blazon-Hit;
    # Always Varnish's own id: a client must not choose what the logs contain.
    set bereq.http.X-Request-Id = bereq.xid;
    # The API always answers within BLAZON_DEADLINE, 2.8 s; GitHub's image proxy waits about 4 s. A node that is silent for
    # 3 s hangs, and there is time to send the request to the next node, which may have the answer cached.
    set bereq.connect_timeout = 0.5s;
    set bereq.first_byte_timeout = 3s;
    if (bereq.retries > 0) {
        set bereq.first_byte_timeout = 0.9s;
    }
    set bereq.between_bytes_timeout = 1s;
    if (bereq.url ~ "^/v1/download/") {
        # A reader who is slow makes the node wait.
        set bereq.between_bytes_timeout = 30s;
    }
}

sub vcl_backend_response {
    if (bereq.url ~ "^/v1/download/" && beresp.status == 200) {
        # All reports are longer than the storage: they pass through as they come.
        set beresp.http.X-Request-Id = bereq.xid;
        set beresp.uncacheable = true;
        return (deliver);
    }
    unset beresp.http.Set-Cookie;
    # The whole answer is read before a byte is sent: if a node dies in the middle of one, the reader gets a complete
    # picture from the next node, and not half of one.
    set beresp.do_stream = false;
    # Cached with the answer, so that the header of a hit also names the request that made it, in all logs.
    set beresp.http.X-Request-Id = bereq.xid;

    # If a node fails, the next one on the ring gets the request. What the API itself marks as failed (PyPI does not answer)
    # would fail there too.
    if (beresp.status >= 500 && beresp.http.Blazon-Outcome != "failed" && bereq.retries == 0
            && bereq.method != "POST") {
        return (retry);
    }
    if (beresp.status >= 500 || beresp.http.Blazon-Outcome == "failed") {
        if (bereq.is_bgfetch) {
            # Keep the cached answer: it is better than a failure.
            return (abandon);
        }
        if (beresp.status >= 500 && bereq.url !~ "\.json(\?|$)" && !bereq.http.X-Blazon-Page && bereq.method != "POST") {
            return (error(503));
        }
        # Hit-for-miss: the next requests go to a node at once, instead of waiting in a queue for each other's failures.
        set beresp.uncacheable = true;
        set beresp.ttl = 10s;
        return (deliver);
    }

    if (beresp.http.Cache-Control ~ "stale-while-revalidate") {
        set beresp.grace = 24h;
        set beresp.keep = 24h;
    } elsif (bereq.is_bgfetch && !bereq.http.X-Blazon-Page) {
        # A failure, or a fact that the API cannot check at the moment: the cached answer is as good.
        return (abandon);
    } else {
        # "Not found" and the like are valid for a minute, and must not be shown later.
        set beresp.grace = 10s;
        set beresp.keep = 0s;
    }
}

# ---------------------------------------------------------------------------------------------------- response

sub close_connection {
    if (req.http.X-Blazon-Last) {
        set resp.http.Connection = "close";
    }
}

sub vcl_deliver {
    call close_connection;
    if (req.http.X-Blazon-Hit) {
        set resp.http.X-Cache = req.http.X-Blazon-Hit;
        set resp.http.X-Cache-Hits = obj.hits;
    } else {
        set resp.http.X-Cache = "MISS";
        unset resp.http.X-Cache-Hits;
    }
    unset resp.http.Surrogate-Key;
    unset resp.http.Blazon-Outcome;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    unset resp.http.Server;
}

# No node answered: a badge that says so, never a broken picture or Varnish's own error page. A picture has status 200
# because image proxies show no other; JSON and text have the real status.
sub vcl_backend_error {
    if (bereq.retries == 0 && bereq.method != "POST") {
        return (retry);
    }
    set beresp.http.Cache-Control = "public, max-age=10";
    set beresp.http.Access-Control-Allow-Origin = "*";
    set beresp.http.X-Content-Type-Options = "nosniff";
    set beresp.http.X-Request-Id = bereq.xid;
    if (bereq.http.X-Blazon-Page || bereq.method == "POST") {
        set beresp.http.Content-Type = "text/plain;charset=utf-8";
        set beresp.body = {"Blazon cannot be reached just now. Please try again in a moment.
"};
    } elsif (bereq.url ~ "\.json(\?|$)") {
        set beresp.http.Content-Type = "application/json";
        set beresp.body = {"{"schemaVersion":1,"label":"badge","message":"unavailable","color":"lightgrey","isError":true}"};
    } elsif (bereq.url ~ "\.png(\?|$)") {
        set beresp.status = 200;
        set beresp.http.Content-Type = "image/png";
        set beresp.body = unavailable.get();
    } else {
        set beresp.status = 200;
        set beresp.http.Content-Type = "image/svg+xml;charset=utf-8";
        set beresp.http.Content-Security-Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        set beresp.body = {"<svg xmlns="http://www.w3.org/2000/svg" width="116" height="20" role="img" aria-label="badge: unavailable"><title>badge: unavailable</title><clipPath id="r"><rect width="116" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><path fill="#555" d="M0 0h43v20H0z"/><path fill="#939393" d="M43 0h73v20H43z"/></g><g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11"><text x="22.5" y="14" textLength="33">badge</text><text x="78.5" y="14" textLength="63">unavailable</text></g></svg>
"};
    }
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
    return (deliver);
}

# Answers without a node: refusals, and Varnish's own errors.
sub vcl_synth {
    call close_connection;
    unset resp.http.Server;
    set resp.http.X-Request-Id = req.xid;
    unset resp.http.X-Varnish;
    set resp.http.X-Content-Type-Options = "nosniff";
    set resp.http.Access-Control-Allow-Origin = "*";
    if (resp.status == 204) {
        set resp.http.Allow = "GET, HEAD, OPTIONS";
        set resp.http.Access-Control-Allow-Methods = "GET, HEAD, OPTIONS";
        set resp.http.Access-Control-Allow-Headers = "*";
        set resp.http.Access-Control-Max-Age = "86400";
        return (deliver);
    }
    if (resp.status == 405) {
        set resp.http.Allow = "GET, HEAD, OPTIONS";
    }
    set resp.http.Cache-Control = "no-store";
    set resp.http.X-Cache = "MISS";
    if (resp.status == 404 && req.url ~ "\.svg(\?|$)") {
        # A README shows a path that is not a badge: as shields.io has done since 2025, answer with a picture that says so,
        # with the status that image proxies accept.
        set resp.status = 200;
        set resp.http.Content-Type = "image/svg+xml;charset=utf-8";
        set resp.http.Content-Security-Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        set resp.body = {"<svg xmlns="http://www.w3.org/2000/svg" width="132" height="20" role="img" aria-label="404: badge not found"><title>404: badge not found</title><clipPath id="r"><rect width="132" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><path fill="#555" d="M0 0h31v20H0z"/><path fill="#dd4343" d="M31 0h101v20H31z"/></g><g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11"><text x="16.5" y="14" textLength="21">404</text><text x="80.5" y="14" textLength="91">badge not found</text></g></svg>
"};
        return (deliver);
    }
    set resp.http.Content-Type = "text/plain;charset=utf-8";
    set resp.body = "" + resp.status + " " + resp.reason + {"
"};
    return (deliver);
}
