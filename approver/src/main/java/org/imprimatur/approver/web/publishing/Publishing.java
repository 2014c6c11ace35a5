package org.imprimatur.approver.web.publishing;

import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.topology.AuthorizationDesk;
import org.imprimatur.approver.topology.DeliveryDesk;

/**
 * What the pages of publications and authorizations need beside the read model.
 *
 * @param desk where people ask the publisher
 * @param register of accounts and authorizations
 * @param authorizations where those are recorded and revoked
 */
public record Publishing(DeliveryDesk desk, Register register, AuthorizationDesk authorizations) {}
