package org.imprimatur.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.imprimatur.analyzer.adapters.PolicyFile;
import org.imprimatur.analyzer.adapters.PolicyPublisher;
import org.imprimatur.analyzer.policy.PolicyFault;
import org.imprimatur.analyzer.policy.PolicySignature;
import org.imprimatur.ingest.wire.OrganizationLoader;
import org.imprimatur.kit.streams.TopicProvisioner;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.organization.OrganizationFile;
import org.imprimatur.schemas.wire.Wire;
import org.imprimatur.standalone.first.FirstSignIn;
import org.imprimatur.standalone.first.Once;
import org.imprimatur.standalone.first.SampleDrafts;
import org.imprimatur.standalone.first.SignInSheet;

/** What must be there before anything is judged: topics, people, an organization and a policy. All of it bears a repeat. */
final class Beginnings {

    private final Path data;
    private final String bootstrap;
    private final Wire wire;
    private final FirstSignIn people;

    /**
     * Begins on a folder, a broker and a registry.
     *
     * @param data folder of the people and of the marks of what was done
     */
    Beginnings(Path data, String bootstrap, String registry) {
        this.data = data;
        this.bootstrap = bootstrap;
        this.wire = Wire.open(Wire.OURS, URI.create(registry));
        this.people = new FirstSignIn(data);
    }

    FirstSignIn people() {
        return people;
    }

    /** Creates the topics that are missing, with {@code replication} copies of each record. */
    void provision(short replication) {
        TopicProvisioner.ensure(bootstrap, Topics.toProvision(replication));
    }

    /** Makes the sample people, the sample organization and the default policy; the sheet is there once in a folder. */
    Optional<SignInSheet> prepare(String console, String api) {
        Optional<SignInSheet> sheet = people.ensure(console, api);
        once("organization", this::loadSampleOrganization);
        once("policy", this::loadDefaultPolicy);
        return sheet;
    }

    /** Does this once in the life of the folder. */
    void once(String name, Runnable work) {
        new Once(data.resolve("first-start").resolve(name)).run(work);
    }

    /** Puts the sample organization's profile, accounts and authorizations where the services read them. */
    private void loadSampleOrganization() {
        try (InputStream file = SampleDrafts.organization()) {
            new OrganizationLoader(bootstrap, wire).load(OrganizationFile.read(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Makes the default pack the one that judges. */
    private void loadDefaultPolicy() {
        List<PolicyFault> faults = new PolicyPublisher(bootstrap, wire)
                .activate(PolicyFile.healthcareUs(), PolicySignature.of("first-start"));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the default policy has faults: " + faults);
        }
    }
}
