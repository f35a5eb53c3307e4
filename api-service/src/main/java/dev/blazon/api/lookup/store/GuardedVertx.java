package dev.blazon.api.lookup.store;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.VertxWrapper;
import io.vertx.core.internal.net.NetClientInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Vert.x for the Redis client: every connection that it opens has a {@link RespGuard}. The client
 * has no limits of its own, and makes its connections itself, also those to a cluster's nodes and
 * to sentinels; this is the one place that all of them pass.
 */
final class GuardedVertx extends VertxWrapper {

  /** The name that Vert.x gives the last handler of a connection, after the one for TLS. */
  private static final String LAST_HANDLER = "handler";

  private final Consumer<String> refused;

  /**
   * @param refused receives the reason why a connection was closed, on any event loop
   */
  GuardedVertx(Vertx vertx, Consumer<String> refused) {
    super((VertxInternal) vertx);
    this.refused = refused;
  }

  @Override
  public NetClient createNetClient(NetClientOptions options) {
    NetClient client = super.createNetClient(options);
    return (NetClient)
        Proxy.newProxyInstance(
            GuardedVertx.class.getClassLoader(),
            new Class<?>[] {NetClientInternal.class},
            (proxy, method, arguments) -> call(client, method, arguments));
  }

  private Object call(NetClient client, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(
          client, method.getName().equals("connectInternal") ? guarded(arguments) : arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * The arguments of {@link NetClientInternal#connectInternal(ConnectOptions, Promise,
   * ContextInternal)}, with a promise that receives the socket before the client does. It runs on
   * the socket's event loop, and so before the first byte is read.
   */
  @SuppressWarnings("unchecked")
  private Object[] guarded(Object[] arguments) {
    Promise<NetSocket> connected = (Promise<NetSocket>) arguments[1];
    Promise<NetSocket> guarded = ((ContextInternal) arguments[2]).promise();
    guarded.future().map(this::guard).onComplete(connected);
    return new Object[] {arguments[0], guarded, arguments[2]};
  }

  private NetSocket guard(NetSocket socket) {
    ((NetSocketInternal) socket)
        .channelHandlerContext()
        .pipeline()
        .addBefore(LAST_HANDLER, "resp-guard", new RespGuard(refused));
    return socket;
  }
}
