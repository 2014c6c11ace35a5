package org.imprimatur.approver.web.publishing;

import org.imprimatur.approver.readmodel.Register;
import org.imprimatur.approver.topology.DeliveryDesk;

/**
 * What the pages of publications need beside the read model.
 *
 * @param desk where people ask the publisher
 * @param register of accounts and authorizations
 */
public record Publishing(DeliveryDesk desk, Register register) {}
