package org.imprimatur.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imprimatur.broker.BrokerSettings;
import org.imprimatur.broker.EmbeddedBroker;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a broker of its own, because it takes accounts away. */
final class OrganizationLoaderTest {

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(BrokerSettings.on(folder, 0));
        TopicProvisioner.ensure(broker.bootstrap(), Topics.toProvision((short) 1));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void whatALaterFileLacksIsRemovedButAFileWithoutAccountsKeepsThem() throws IOException {
        OrganizationLoader loader = new OrganizationLoader(broker.bootstrap(), Wire.inMemory());

        OrganizationLoader.Loaded first = loader.load(file("""
            name: H
            colour: red
            accounts: [{id: main, platform: outbox}, {id: dental, platform: outbox}]
            authorizations: [{id: A-1, personName: W}, {id: A-2, personName: M}]
            """));
        OrganizationLoader.Loaded second = loader.load(file("""
            name: H
            accounts: [{id: main, platform: outbox}]
            authorizations: [{id: A-2, personName: M}]
            """));
        OrganizationLoader.Loaded third = loader.load(file("name: H"));
        OrganizationLoader.Loaded fourth = loader.load(file("name: H"));

        assertThat(first.accounts()).isEqualTo(2);
        assertThat(first.removed()).isEmpty();
        assertThat(first.warnings()).singleElement().asString().contains("colour");
        assertThat(second.removed()).containsExactly("accounts/dental", "authorizations/A-1");
        assertThat(third.removed()).containsExactly("authorizations/A-2");
        assertThat(third.warnings()).containsExactly("The file lists no accounts; the known ones stay: main");
        assertThat(fourth.removed()).isEmpty();
    }

    private static OrganizationFile file(String yaml) throws IOException {
        return OrganizationFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
