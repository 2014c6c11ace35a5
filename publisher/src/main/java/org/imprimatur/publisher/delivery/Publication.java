package org.imprimatur.publisher.delivery;

/**
 * What is live, or may be, as far as it takes to read it back and to take it down.
 *
 * @param id which delivery put it there
 * @param idempotencyKey that was sent with it
 * @param platform lower case, such as outbox
 * @param receipt its id may be the address that a person gave, when the platform was never heard
 */
public record Publication(DeliveryId id, String idempotencyKey, String platform, Receipt receipt) {}
