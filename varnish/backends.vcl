# Written by varnish/backends.
probe ready {
    .url = "/readyz";
    .interval = 1s;
    .timeout = 1s;
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
sub vcl_init {
    new nodes = directors.shard();
    nodes.add_backend(api1, ident="127.0.0.1:8080");
    nodes.reconfigure();
}
