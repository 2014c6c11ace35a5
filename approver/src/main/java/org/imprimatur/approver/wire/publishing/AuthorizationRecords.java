package org.imprimatur.approver.wire.publishing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.post.SignedAuthorization.Revocation;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Authorization;
import org.imprimatur.schemas.wire.Wire;

/** Authorizations as bytes of their topic, and back. Safe for several threads. */
public record AuthorizationRecords(Wire wire) {

    /** As it is to stand from now on. */
    public ProducerRecord<String, byte[]> record(SignedAuthorization signed) {
        Authorization authorization = Authorization.newBuilder()
                .setAuthorizationId(signed.id())
                .setPersonName(signed.person())
                .setScope(signed.scope())
                .setDisclosedBy(signed.disclosedBy())
                .setRecipients(signed.recipients())
                .setPurpose(signed.purpose())
                .setPlatforms(signed.sortedPlatforms())
                .setExpires(signed.expires().orElse(null))
                .setExpiryEvent(signed.expiryEvent().orElse(null))
                .setSignedOn(signed.signedOn().orElse(null))
                .setRepresentative(signed.representative().orElse(null))
                .setPeople(signed.people())
                .setPictures(signed.pictures())
                .setFormHash(signed.formHash().orElse(null))
                .setGroup(signed.group())
                .setRevokedAt(signed.revocation().map(Revocation::at).orElse(null))
                .setRevokedBy(signed.revocation().map(Revocation::by).orElse(null))
                .setRevokedBecause(signed.revocation().map(Revocation::because).orElse(null))
                .build();
        String topic = Topics.AUTHORIZATIONS.name();
        return new ProducerRecord<>(
                topic,
                signed.id(),
                wire.serde(Topics.AUTHORIZATIONS).serializer().serialize(topic, authorization));
    }

    /** A value of the topic; throws {@link SerializationException} for bytes that are none. */
    public SignedAuthorization signed(byte[] bytes) {
        Authorization authorization = Optional.ofNullable(wire.serde(Topics.AUTHORIZATIONS)
                        .deserializer()
                        .deserialize(Topics.AUTHORIZATIONS.name(), bytes))
                .orElseThrow(() -> new SerializationException("no value on " + Topics.AUTHORIZATIONS.name()));
        return new SignedAuthorization(
                authorization.getAuthorizationId(),
                authorization.getPersonName(),
                authorization.getScope(),
                authorization.getDisclosedBy(),
                authorization.getRecipients(),
                authorization.getPurpose(),
                authorization.getPlatforms().stream()
                        .map(platform -> platform.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(authorization.getExpires()),
                Optional.ofNullable(authorization.getExpiryEvent()),
                Optional.ofNullable(authorization.getSignedOn()),
                Optional.ofNullable(authorization.getRepresentative()),
                List.copyOf(authorization.getPeople()),
                List.copyOf(authorization.getPictures()),
                Optional.ofNullable(authorization.getFormHash()),
                authorization.getGroup(),
                Optional.ofNullable(authorization.getRevokedAt())
                        .map(at -> new Revocation(
                                at,
                                Optional.ofNullable(authorization.getRevokedBy())
                                        .orElse(""),
                                Optional.ofNullable(authorization.getRevokedBecause())
                                        .orElse(""))));
    }
}
