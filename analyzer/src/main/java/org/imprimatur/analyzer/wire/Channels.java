package org.imprimatur.analyzer.wire;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.imprimatur.analyzer.crowd.Earlier;
import org.imprimatur.analyzer.draft.Authorization;
import org.imprimatur.analyzer.organization.Organization;
import org.imprimatur.analyzer.policy.Account;
import org.imprimatur.analyzer.policy.PolicyEdition;
import org.imprimatur.analyzer.policy.PolicyText;
import org.imprimatur.schemas.Topic;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.wire.Wire;

/** The topics' bytes in the analyzer's own words, one way or the other. */
public final class Channels {

    private final Wire wire;

    public Channels(Wire wire) {
        this.wire = wire;
    }

    /** What comes in from {@link Topics#DRAFTS}. */
    public Deserializer<Submission> drafts() {
        return reading(Topics.DRAFTS, Submission::new);
    }

    /** What goes out to {@link Topics#VERDICTS}. */
    public Serializer<Judged> verdicts() {
        return writing(Topics.VERDICTS, Judged::verdict);
    }

    /** What goes out to {@link Topics#CLEARED}. */
    public Serializer<Judged> cleared() {
        return writing(Topics.CLEARED, Judged::release);
    }

    /** What goes out to {@link Topics#HELD}. */
    public Serializer<Judged> held() {
        return writing(Topics.HELD, Judged::held);
    }

    /** What comes in from {@link Topics#CLEARED}, whoever cleared it. */
    public Deserializer<Published> published() {
        return reading(Topics.CLEARED, Published::of);
    }

    /** What {@link Topics#TOLD} holds. */
    public Deserializer<Earlier> told() {
        return reading(Topics.TOLD, Tellings::earlier);
    }

    /** What goes out to {@link Topics#TOLD}. */
    public Serializer<Earlier> telling() {
        return writing(Topics.TOLD, Tellings::told);
    }

    /** What {@link Topics#POLICIES} holds, not yet checked. */
    public Deserializer<PolicyText> policies() {
        return reading(Topics.POLICIES, PolicySets::text);
    }

    /** The same with who answers for it. */
    public Deserializer<PolicyEdition> editions() {
        return reading(Topics.POLICIES, PolicySets::edition);
    }

    /** Writes sound rules for {@link Topics#POLICIES}. */
    public Serializer<PolicyEdition> publishing() {
        return writing(Topics.POLICIES, PolicySets::set);
    }

    /** What {@link Topics#DIRECTORY} holds. */
    public Deserializer<Organization> directory() {
        return reading(Topics.DIRECTORY, Registers::organization);
    }

    /** What {@link Topics#ACCOUNTS} holds. */
    public Deserializer<Account> accounts() {
        return reading(Topics.ACCOUNTS, Registers::account);
    }

    /** What {@link Topics#AUTHORIZATIONS} holds. */
    public Deserializer<Authorization> authorizations() {
        return reading(Topics.AUTHORIZATIONS, Registers::authorization);
    }

    private <V extends SpecificRecord, T> Deserializer<T> reading(Topic<V> topic, Function<V, T> meaning) {
        Deserializer<V> bytes = wire.serde(topic).deserializer();
        return (name, data) -> data == null ? null : meaning.apply(bytes.deserialize(name, data));
    }

    private <V extends SpecificRecord, T> Serializer<T> writing(Topic<V> topic, Function<T, V> form) {
        Serializer<V> bytes = wire.serde(topic).serializer();
        return (name, value) -> bytes.serialize(name, form.apply(value));
    }

    /** A serde for something that is only read. */
    public static <T> Serde<T> onlyRead(Deserializer<T> deserializer) {
        return Serdes.serdeFrom(
                (name, value) -> {
                    throw new UnsupportedOperationException("nothing of this kind is written here");
                },
                deserializer);
    }

    /** A serde for something that is only written. */
    public static <T> Serde<T> onlyWritten(Serializer<T> serializer) {
        return Serdes.serdeFrom(serializer, (name, data) -> {
            throw new UnsupportedOperationException("nothing of this kind is read here");
        });
    }
}
