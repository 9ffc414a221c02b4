# Build (BuildKit, or podman with --format docker, without which it drops the health check) and run:
#   docker build -t coalition-atlas .
#   docker run -p 8080:8080 -v atlas-data:/var/lib/atlas --stop-timeout 40 coalition-atlas
# Running requests get 30 seconds to finish; by default Docker would kill after ten.
#
# The first start prints a one-time link for the first administrator (docker logs). For a look
# around with the demo coalition add, on a volume of its own: -e SPRING_PROFILES_ACTIVE=demo
#
# Environment:
#   ATLAS_DB_URL            JDBC address of a MySQL 8.4 or newer database, for example
#                           jdbc:mysql://db:3306/atlas; without it an embedded database in the volume
#   ATLAS_DB_USER           its user
#   ATLAS_DB_PASSWORD       its password
#   ATLAS_PORT              the port inside the container (8080)
#   SPRING_PROFILES_ACTIVE  "demo" loads the demo coalition and its accounts; never in production
#   JDK_JAVA_OPTIONS        more options for the JVM
# README, "Configuration", lists the others.

FROM node:24-bookworm-slim AS node

FROM maven:3-eclipse-temurin-25 AS build
# The frontend build wants node and npm laid out together, as in the node image.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
    && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx \
    && node --version && npm --version
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package
# One folder per layer, from what seldom changes to what always does. Copying a folder that a
# build happened to leave out would fail, so all four are made sure of.
RUN java -Djarmode=tools -jar target/coalition-atlas.jar extract --layers --destination extracted \
    && mkdir -p extracted/dependencies extracted/spring-boot-loader \
        extracted/snapshot-dependencies extracted/application

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 atlas \
    && useradd --no-log-init --uid 10001 --gid atlas --no-create-home --home-dir /var/lib/atlas \
        --shell /usr/sbin/nologin atlas \
    && install -d -o atlas -g atlas -m 0750 /var/lib/atlas
WORKDIR /opt/atlas
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
COPY --chmod=0755 src/ops/healthcheck.sh /opt/atlas/healthcheck
# Data, index and uploads live here. Without ATLAS_DB_URL it must be a volume that is kept.
ENV ATLAS_HOME=/var/lib/atlas
VOLUME /var/lib/atlas
USER atlas
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
    CMD ["/opt/atlas/healthcheck"]
# The process is the container's first one and gets its stop signal: the application finishes
# running requests. Out of memory ends it, so that the container is started anew.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
    "--illegal-native-access=deny", "-jar", "coalition-atlas.jar"]
