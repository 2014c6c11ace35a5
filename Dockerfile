# One image for the four services and the command-line tools; the command says which of them runs.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/imprimatur imprimatur \
    && install -d -o imprimatur /var/lib/imprimatur/people /var/lib/imprimatur/ingest /var/lib/imprimatur/analyzer \
        /var/lib/imprimatur/approver /var/lib/imprimatur/publisher /var/lib/imprimatur/outbox
COPY --from=build /build/standalone/target/imprimatur.jar /opt/imprimatur/
COPY --from=build /build/standalone/target/lib /opt/imprimatur/lib
USER imprimatur
WORKDIR /var/lib/imprimatur
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-cp", "/opt/imprimatur/imprimatur.jar"]
CMD ["org.imprimatur.standalone.StandaloneMain", "--help"]
