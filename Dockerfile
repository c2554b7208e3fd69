# Everything that Drydock runs in a container, each as a target of its own:
#   machine      what a learner gets: a small outer root, and under /machine a whole Debian with its own Engine
#   mirror       the registry that answers for Docker Hub
#   egress       the proxy between machines and the internet, where the host allows one
#   app          the classroom itself (--build-arg JAR=brought takes target/drydock.jar instead of building it)
# Stand-ins for images of Docker Hub have a Dockerfile of their own, in src/standin.
# The stages share a base and nothing else, so that a target builds without the others' inputs.
ARG JAR=built

# ---- base: Debian without the documentation that nobody reads in a container ----
FROM debian:trixie-slim AS base
ENV DEBIAN_FRONTEND=noninteractive
RUN printf 'path-exclude /usr/share/%s/*\n' man doc info locale lintian linda > /etc/dpkg/dpkg.cfg.d/no-documents \
 && printf 'APT::Install-Recommends "false";\nAPT::Install-Suggests "false";\n' > /etc/apt/apt.conf.d/few-packages

# ---- compile: the C programs; nothing of the compiler reaches an image ----
FROM base AS compile
RUN apt-get update && apt-get install -y gcc libc6-dev make && rm -rf /var/lib/apt/lists/*
COPY src/machine/*.c src/machine/*.h src/machine/Makefile /src/
RUN make -C /src -j2

# ---- packages: Docker and what it needs, so that a learner can install it again without a network ----
FROM base AS packages
RUN apt-get update && mkdir -p /packages/partial \
 && apt-get install -y --download-only -o Dir::Cache::Archives=/packages/ \
      docker.io docker-cli docker-compose docker-buildx containerd runc iptables iproute2 \
 && rm -r /packages/partial /packages/lock && apt-get install -y apt-utils && rm -rf /var/lib/apt/lists/*
RUN cd /packages && apt-ftparchive packages . > Packages && apt-ftparchive release . > /Release && mv /Release .

# ---- certificates: by which the machine takes the mirror for Docker Hub ----
FROM base AS certificates
RUN apt-get update && apt-get install -y openssl && rm -rf /var/lib/apt/lists/*
COPY src/machine/certificates.sh /
RUN sh /certificates.sh /certificates

# ---- learner: the system that the learner sees, built as an ordinary root file system ----
FROM base AS learner
COPY --from=packages /packages/ /opt/packages/
# The daemons belong to the machine, not to the build: nothing may be started by a package's scripts. In the end the
# packages are the only source. docker.io's own way of starting Docker is diverted to the side.
RUN printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d \
 && echo 'deb [trusted=yes] file:/opt/packages ./' > /etc/apt/sources.list.d/packages.list \
 && echo 'debconf debconf/frontend select Noninteractive' | debconf-set-selections \
 && dpkg-divert --quiet --local --rename --divert /etc/init.d/docker.debian --add /etc/init.d/docker \
 && apt-get update \
 && apt-get install -y docker.io docker-cli docker-compose docker-buildx iptables iproute2 tini socat ca-certificates \
      apache2-utils curl less vim-tiny nano procps bash-completion jq tree \
 && rm -f /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources && apt-get clean && rm -rf /var/lib/apt/lists/* \
 && apt-get update \
 && rm -rf /var/cache/apt /var/log/* /usr/sbin/policy-rc.d \
 && : > /etc/machine-id
COPY --from=certificates /certificates/authority.crt /usr/local/share/ca-certificates/docker.io-here.crt
COPY --from=certificates /certificates/certificate.pem /certificates/key.pem /etc/ssl/docker.io/
RUN update-ca-certificates
COPY src/machine/learner/ /
COPY --from=compile /src/learner-init /sbin/init

# ---- machine ----
FROM base AS machine
# No program here may hand out rights: whatever runs beside the machine has none, and keeps none.
RUN apt-get update && apt-get install -y docker-cli curl jq \
 && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/* \
 && find / -xdev -type f -perm /6000 -exec chmod a-s {} +
# The learner's tree arrives with every owner shifted, in one layer: a chown afterwards would store it twice, and lose
# set-user-id bits and file capabilities.
RUN --mount=type=bind,from=learner,target=/learner --mount=type=bind,source=src/machine/shift-tree.sh,target=/shift-tree.sh \
    sh /shift-tree.sh /learner /machine 2000000
COPY --from=compile /src/machine-start /sbin/
COPY --from=compile /src/machine-enter /src/machine-file /src/machine-http /src/machine-engine /src/machine-disk /src/machine-internet /src/shell-holder /usr/bin/
COPY src/machine/check/ /usr/lib/drydock/check/
# Fresh volumes take the owner of the directory they cover.
RUN mkdir -p /mirror /internet /data && chown 2000000:2000000 /data
ENV LANG=C.UTF-8
ENTRYPOINT ["/sbin/machine-start"]

# ---- mirror ----
FROM base AS mirror
RUN apt-get update && apt-get install -y docker-registry nginx-light skopeo ca-certificates jq curl \
 && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*
RUN install -d -o 65532 -g 65532 /var/lib/registry /mirror
COPY src/mirror/*.yml src/mirror/front.conf /etc/drydock/
COPY src/mirror/mirror-serve src/mirror/mirror-load src/mirror/mirror-list /usr/bin/
USER 65532:65532
ENTRYPOINT ["/usr/bin/mirror-serve"]

# ---- egress-runtime: the proxy's classes, and of Java only the modules that they need ----
FROM base AS egress-runtime
RUN apt-get update && apt-get install -y openjdk-25-jdk-headless && rm -rf /var/lib/apt/lists/*
COPY src/main/java/dev/drydock/egress/ /src/
# What package-info.java says is for the build of the classroom, and wants its libraries.
RUN rm /src/package-info.java && javac -d /classes /src/*.java \
 && jlink --add-modules java.base,jdk.net --strip-java-debug-attributes --no-header-files --no-man-pages --output /java

# ---- egress ----
FROM base AS egress
COPY --from=egress-runtime /java/ /opt/java/
COPY --from=egress-runtime /classes/ /opt/egress/
RUN install -d -o 65532 -g 65532 /internet
ENV SOCKET=/internet/egress.sock LANG=C.UTF-8
USER 65532:65532
ENTRYPOINT ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m", "-XX:MaxDirectMemorySize=64m", "-XX:-UsePerfData", \
            "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/egress", "dev.drydock.egress.EgressProxy"]

# ---- jar-built: the server from its sources, for whoever has nothing but an engine ----
FROM base AS jar-built
RUN apt-get update && apt-get install -y ca-certificates-java maven nodejs npm openjdk-25-jdk-headless \
 && rm -rf /var/lib/apt/lists/*
COPY pom.xml /build/
COPY .mvn/ /build/.mvn/
COPY static/ /build/static/
COPY src/main/ /build/src/main/
# Where a proxy signs what it has looked into, its authority comes as a secret: it is believed here, and stays here.
RUN --mount=type=secret,id=authority,target=/usr/local/share/ca-certificates/build.crt \
    --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    update-ca-certificates && cd /build \
 && NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt JAVA_HOME=$(echo /usr/lib/jvm/java-25-openjdk-*) \
    mvn -B -q -ntp package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true

# ---- jar-brought: the one that ./drydock has built ----
FROM scratch AS jar-brought
COPY target/drydock.jar /build/target/drydock.jar

FROM jar-${JAR} AS jar

# ---- java: the modules of Java that the server uses, and the server taken apart ----
FROM base AS java
RUN apt-get update && apt-get install -y openjdk-25-jdk-headless && rm -rf /var/lib/apt/lists/*
RUN jlink --output /opt/java --no-header-files --no-man-pages \
      --include-locales en,ko --add-modules java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,\
java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,java.xml.crypto,jdk.httpserver,jdk.jfr,\
jdk.charsets,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs
COPY --from=jar /build/target/drydock.jar /
RUN /opt/java/bin/java -Djarmode=tools -jar /drydock.jar extract --destination /opt/drydock
# A start in half the time: which classes it takes is remembered, in a run that ends where the real one would begin to listen.
RUN cd /opt/drydock && DRYDOCK_DATA=/tmp/data DOCKER_HOST=unix:///tmp/no-engine.sock \
    /opt/java/bin/java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:AOTCacheOutput=start.aot \
      -Dspring.context.exit=onRefresh -jar drydock.jar

# ---- app: the classroom itself ----
FROM base AS app
RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/* \
 && groupadd --system --gid 10001 drydock \
 && useradd --system --uid 10001 --gid drydock --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin drydock \
 && install -d -o drydock -g drydock -m 700 /var/lib/drydock
COPY --from=java /opt/java/ /opt/java/
COPY --from=java /opt/drydock/ /opt/drydock/
COPY src/main/resources/dev/drydock/machine/apparmor.profile /opt/drydock/
COPY src/launcher/say.sh src/launcher/data.sh src/launcher/http.sh /opt/drydock/launcher/
COPY lessons/ /opt/drydock/lessons/
COPY src/deploy/drydock /usr/bin/
# In a container 127.0.0.1 is nobody else's; who may reach the server is decided where its port is published.
# The engine keeps the volume on its own disk, so that is where it can be seen how full that is.
ENV LANG=C.UTF-8 SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 DRYDOCK_DATA=/var/lib/drydock DRYDOCK_LESSONS=/opt/drydock/lessons \
    DRYDOCK_ENGINE_DATAROOT=/var/lib/drydock
WORKDIR /opt/drydock
VOLUME /var/lib/drydock
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s CMD ["drydock", "health"]
ENTRYPOINT ["tini", "--", "drydock"]
CMD ["serve"]
