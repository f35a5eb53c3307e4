# Four small images from one file: --target api-service, imaging-service, stats-service, varnish.
# Names of base images are the official ones of Docker Hub; a mirror is chosen by the engine's configuration.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -DskipTests -pl api-service -am package

# A Java service: current LTS JRE, not root, writes only to /tmp and the cache folder. With glibc, which Netty's native
# transport needs, as on the machines where this is tested.
FROM eclipse-temurin:25-jre-noble AS service
RUN groupadd --system --gid 10001 blazon && useradd --system --uid 10001 --gid blazon --no-create-home blazon \
    && install -d -o blazon -g blazon /var/cache/blazon /var/lib/blazon
ENV BLAZON_HOST=0.0.0.0 \
    BLAZON_PORT=8080 \
    BLAZON_ADMIN_PORT=8081 \
    BLAZON_CACHE_DIR=/var/cache/blazon \
    BLAZON_STATS_DATABASE=sqlite:/var/lib/blazon \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -Xmx304m -XX:MaxDirectMemorySize=48m -Xss512k -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true"
WORKDIR /app
COPY deploy/image/ready deploy/image/training-run bin/
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=2s --start-period=20s --retries=3 \
    CMD /app/bin/ready

# The archive of a training run (JEP 483) has the classes that a start needs, so that later starts are much shorter.
FROM service AS imaging-service
COPY --from=build /src/imaging-service/target/imaging-service.jar app.jar
COPY --from=build /src/imaging-service/target/lib lib
RUN bin/training-run /app/classes.aot -jar app.jar
USER blazon
ENTRYPOINT ["java", "-XX:AOTCache=/app/classes.aot", "-jar", "app.jar"]

FROM service AS stats-service
COPY --from=build /src/stats-service/target/stats-service.jar app.jar
COPY --from=build /src/stats-service/target/lib lib
RUN bin/training-run /app/classes.aot -jar app.jar
USER blazon
ENTRYPOINT ["java", "-XX:AOTCache=/app/classes.aot", "-jar", "app.jar"]

FROM service AS api-service
COPY --from=build /src/api-service/target/api-service.jar app.jar
COPY --from=build /src/api-service/target/lib lib
RUN java -XX:AOTCacheOutput=/app/classes.aot -cp app.jar dev.blazon.api.TrainingRun && test -s classes.aot
USER blazon
ENTRYPOINT ["java", "-XX:AOTCache=/app/classes.aot", "-jar", "app.jar"]

# Debian's own Varnish package, which includes the C compiler for VCL.
FROM debian:trixie-slim AS varnish
RUN apt-get update && apt-get install -y --no-install-recommends varnish && rm -rf /var/lib/apt/lists/*
COPY varnish/default.vcl varnish/backends varnish/serve /app/
USER vcache
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=2s --start-period=10s --retries=3 \
    CMD varnishadm -n /var/lib/varnish/blazon/work ping || exit 1
ENTRYPOINT ["/app/serve"]
CMD ["api-service:8080"]
