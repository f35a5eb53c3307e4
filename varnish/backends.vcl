# Written by varnish/backends.
probe ready {
    .url = "/readyz";
    .interval = 0.5s;
    .timeout = 0.5s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
}
backend api1 {
    .host = "127.0.0.1";
    .port = "8080";
    .max_connections = 1000;
    .probe = ready;
}
backend api1_anyway {
    .host = "127.0.0.1";
    .port = "8080";
    .max_connections = 1000;
}
sub vcl_init {
    new nodes = directors.shard();
    nodes.add_backend(api1, ident="127.0.0.1:8080");
    nodes.set_rampup(5s);
    nodes.reconfigure();
    new anyway = directors.shard();
    anyway.add_backend(api1_anyway, ident="127.0.0.1:8080");
    anyway.reconfigure();
}
