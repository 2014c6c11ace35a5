package org.imprimatur.approver.web.publishing;

import java.util.List;
import java.util.Optional;
import org.imprimatur.approver.post.SignedAuthorization;
import org.imprimatur.approver.web.view.Frame;
import org.imprimatur.approver.web.view.Moment;
import org.imprimatur.approver.web.view.Stage;

/**
 * One authorization and what rests on it.
 *
 * @param frame what surrounds it
 * @param signed every element of the form
 * @param stage where it stands
 * @param address of its page
 * @param revoked when that was
 * @param effects what a revocation did, or would do
 * @param settled whether nothing more comes of a revocation
 * @param relying publications, the most urgent first
 * @param elsewhere how many more there are for accounts that the reader does not reach
 * @param settles whether the reader may revoke it
 * @param notice what came of the reader's last act
 */
public record AuthorizationScreen(
        Frame frame,
        SignedAuthorization signed,
        Stage stage,
        String address,
        Optional<Moment> revoked,
        List<String> effects,
        boolean settled,
        List<PublishingScreen.Line> relying,
        int elsewhere,
        boolean settles,
        Optional<String> notice) {
    public AuthorizationScreen {
        effects = List.copyOf(effects);
        relying = List.copyOf(relying);
    }

    /** The address of its stream. */
    public String live() {
        return address.replaceFirst("\\?", "/live?");
    }

    /** The address of the form that revokes it. */
    public String revoke() {
        return address.replaceFirst("/one\\?", "/revoke?");
    }

    /** Texts of the form with what they are; what nobody read from it says so. */
    public List<Element> elements() {
        return List.of(
                new Element("Whom it is about", signed.person()),
                new Element("What may be told", signed.scope()),
                new Element("Who may tell it", signed.disclosedBy()),
                new Element("To whom", signed.recipients()),
                new Element("What for", signed.purpose()),
                new Element("On which platforms", AuthorizationPages.platforms(signed)),
                new Element("Until", AuthorizationPages.ends(signed)),
                new Element("Signed on", signed.signedOn().map(Moment::day).orElse("")),
                new Element("Signed by", signed.representative().orElse("the patient")),
                new Element("Others on the form", String.join(", ", signed.people()), "nobody"),
                new Element(
                        "Kept by",
                        signed.group().isEmpty() ? "" : "the group " + signed.group(),
                        "the whole organization"),
                new Element("Pictures that it covers", String.join(" ", signed.pictures()), "none named"),
                new Element("Scanned form (SHA-256)", signed.formHash().orElse(""), "not scanned"));
    }

    /** One element of the form. */
    public record Element(String name, String text, String otherwise) {
        Element(String name, String text) {
            this(name, text, "not read from the form");
        }

        public boolean missing() {
            return text.isEmpty();
        }
    }

    @Override
    public String toString() {
        return "AuthorizationScreen[" + signed.id() + "]";
    }
}
