package org.imprimatur.approver.wire.administration;

import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.imprimatur.schemas.Topics;
import org.imprimatur.schemas.avro.Account;
import org.imprimatur.schemas.avro.AdministrationEvent;
import org.imprimatur.schemas.avro.AdministrationKind;
import org.imprimatur.schemas.wire.Wire;

/** Accounts and deeds as bytes in their topics, and back. */
record AdministrationRecords(Wire wire) {

    ProducerRecord<String, byte[]> record(AccountCard card) {
        Account account = new Account(
                card.id(),
                card.platform(),
                card.handle(),
                card.facility(),
                card.group(),
                card.timeZone(),
                card.frozen().orElse(null));
        String topic = Topics.ACCOUNTS.name();
        return new ProducerRecord<>(
                topic, card.id(), wire.serde(Topics.ACCOUNTS).serializer().serialize(topic, account));
    }

    ProducerRecord<String, byte[]> record(Deed deed) {
        AdministrationEvent event = new AdministrationEvent(
                deed.id(),
                AdministrationKind.valueOf(deed.kind().name()),
                deed.actor(),
                deed.subject(),
                deed.detail(),
                deed.reason(),
                deed.at());
        String topic = Topics.ADMINISTRATION.name();
        return new ProducerRecord<>(
                topic,
                deed.subject(),
                wire.serde(Topics.ADMINISTRATION).serializer().serialize(topic, event));
    }

    ProducerRecord<String, byte[]> record(PolicyDraft draft) {
        String topic = Topics.POLICY_DRAFTS.name();
        return new ProducerRecord<>(
                topic,
                draft.author(),
                wire.serde(Topics.POLICY_DRAFTS).serializer().serialize(topic, PolicyDraftRecord.written(draft)));
    }

    PolicyDraft policyDraft(byte[] bytes) {
        return PolicyDraftRecord.read(
                wire.serde(Topics.POLICY_DRAFTS).deserializer().deserialize(Topics.POLICY_DRAFTS.name(), bytes));
    }

    AccountCard account(byte[] bytes) {
        Account account = wire.serde(Topics.ACCOUNTS).deserializer().deserialize(Topics.ACCOUNTS.name(), bytes);
        return new AccountCard(
                account.getAccountId(),
                account.getPlatform(),
                account.getHandle(),
                account.getFacility(),
                account.getGroup(),
                account.getTimeZone(),
                Optional.ofNullable(account.getFrozen()));
    }

    Deed deed(byte[] bytes) {
        AdministrationEvent event =
                wire.serde(Topics.ADMINISTRATION).deserializer().deserialize(Topics.ADMINISTRATION.name(), bytes);
        return new Deed(
                event.getEventId(),
                Deed.Kind.valueOf(event.getKind().name()),
                event.getActor(),
                event.getSubject(),
                event.getDetail(),
                event.getReason(),
                event.getAt());
    }
}
