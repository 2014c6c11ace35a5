package org.imprimatur.approver.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imprimatur.schemas.avro.Action;
import org.imprimatur.schemas.avro.Held;
import org.imprimatur.schemas.avro.Severity;

/** A morning's queue of an invented hospital. */
final class Queueful {
    static final String STORY = Sample.id(1);
    static final String REPLY = Sample.id(2);
    static final String CLAIM = Sample.id(3);
    static final String OWN = Sample.id(4);

    private Queueful() {}

    /** Each is handed in when it is held; the clock goes on in between. */
    static void fill(ConsoleUnderTest console) {
        for (Held held : drafts(console.clock.instant())) {
            console.clock.advance(Duration.ofMinutes(7));
            console.pipeline.held(held);
        }
        console.clock.advance(Duration.ofMinutes(11));
    }

    static Held story(Instant at) {
        return Sample.draft(STORY, """
                        What a comeback 💙 Dolores Quimby, 91, rang the bell in our oncology wing last Tuesday after her \
                        third round of chemo for lymphoma. Her grandson drove up from Millbrook to film it.

                        Want to cheer with her? Call Dolores at 541-555-0142. #NeverAlone\
                        """, at)
                .approvals(2)
                .picture("An elderly woman in a blue scarf rings a brass bell; three nurses clap behind her")
                .picture("")
                .finding("PERSON_NAME", "Dolores Quimby", "This is a person’s name next to words of care.")
                .finding("AGE_OVER_89", "91", "An age over 89 identifies on its own.")
                .finding(
                        "PATIENT_STORY",
                        "Dolores Quimby, 91, rang the bell in our oncology wing last Tuesday",
                        "Name, age, ward and day together tell who was treated for what.")
                .finding("DATE_OF_CARE", "last Tuesday", "A day of care is tied to a person.")
                .finding("PHONE", "541-555-0142", "This number is not one of the organization’s own.")
                .findingOn(0, "UNREADABLE", "Pictures are not analysed, so a person must look at each.")
                .findingOn(1, "UNREADABLE", "Pictures are not analysed, so a person must look at each.")
                .findingOn(0, "PERSON_NAME", "In a picture's description: a person is named next to words of care.")
                .rule(
                        Severity.HIGH,
                        Action.HOLD_FOR_TWO,
                        "PATIENT_IDENTIFIER",
                        "A patient can be identified",
                        "Name, age over 89, day of care and phone number tie a diagnosis to one person. "
                                + "Publishing it discloses health information.",
                        "Leave out the name, the age, the day and the number; or attach her signed authorization.",
                        0,
                        1,
                        2,
                        3,
                        4,
                        7)
                .rule(
                        Severity.HIGH,
                        Action.HOLD,
                        "TESTIMONIAL_WITHOUT_AUTHORIZATION",
                        "A patient’s story without an authorization",
                        "A story about a patient needs a written authorization that names this use.",
                        "Attach the authorization, or tell the story of the team instead.",
                        2)
                .rule(
                        Severity.LOW,
                        Action.HOLD,
                        "PICTURES",
                        "Pictures wait for a person",
                        "No detector looked at the pictures.",
                        null,
                        5,
                        6)
                .held();
    }

    private static List<Held> drafts(Instant at) {
        return List.of(
                Sample.draft(CLAIM, "Harbor Valley is the safest hospital in Oregon. Zero infections, zero errors.", at)
                        .finding("SUPERLATIVE", "the safest hospital in Oregon", "A superlative without a source.")
                        .finding("ABSOLUTE_PROMISE", "Zero infections", "A promise that no hospital can keep.")
                        .rule(
                                Severity.LOW,
                                Action.HOLD,
                                "UNSUBSTANTIATED_CLAIM",
                                "A claim without support",
                                "Readers may rely on it, and nothing here supports it.",
                                "Name the source and the year, or say what you measured.",
                                0,
                                1)
                        .held(),
                story(at),
                Sample.draft(REPLY, "Thank you, Ray! We loved having you on 3 West and hope the new knee holds up.", at)
                        .answers("Great staff, five stars. – R. Okafor")
                        .finding("REPLY_CONFIRMS_PATIENT", "We loved having you on 3 West", "It says that he was here.")
                        .finding("CONDITION", "the new knee", "It names a treatment.")
                        .rule(
                                Severity.HIGH,
                                Action.BLOCK,
                                "REPLY_CONFIRMS_PATIENT",
                                "The reply confirms that someone is a patient",
                                "A reply that thanks for a stay is itself a disclosure, whatever the reviewer wrote.",
                                "“Thank you for the kind words. We share them with our teams.”",
                                0,
                                1)
                        .held(),
                Sample.draft(OWN, "Shout-out to Priya from billing, back after her surgery\u200B. Welcome home!", at)
                        .author("theo")
                        .finding("PERSON_NAME", "Priya", "A first name next to a medical leave.")
                        .rule(
                                Severity.HIGH,
                                Action.HOLD,
                                "COWORKER",
                                "It tells about a coworker’s health",
                                "Coworkers have the same right to silence as patients.",
                                "Welcome her back without the reason, once she agrees.",
                                0)
                        .held());
    }
}
