package nl.wally.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final String hash = ContentHash.of(Referrals.bundle("a"));

    @Test
    void isTheSameForOtherUuids() {
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(ContentHash.of(Referrals.bundle("b"))).isEqualTo(hash);
    }

    @Test
    void isTheSameInJsonAndXml() {
        Bundle bundle = Referrals.bundle("a");
        for (IParser parser : new IParser[] {
            R4.newJsonParser(), R4.newXmlParser(), R4.newJsonParser().setPrettyPrint(true)
        }) {
            Bundle parsed = parser.parseResource(Bundle.class, parser.encodeResourceToString(bundle));
            assertThat(ContentHash.of(parsed)).isEqualTo(hash);
        }
    }

    @Test
    void doesNotSeeMetaNarrativeIdsAndTimestamps() {
        Bundle bundle = Referrals.bundle("a");
        bundle.setTimestamp(new Date()).setId("x");
        bundle.getMeta().addTag("http://example.org", "x", "x");
        bundle.getEntry().forEach(entry -> {
            Resource resource = entry.getResource();
            resource.setId("7");
            resource.getMeta().addProfile("http://example.org/p");
            ((DomainResource) resource).getText().setDivAsString("<div>x</div>");
        });
        assertThat(ContentHash.of(bundle)).isEqualTo(hash);
    }

    @Test
    void seesEveryOtherChange() {
        Bundle note = Referrals.bundle("a");
        referral(note).getNoteFirstRep().setText("Iets anders");
        assertThat(ContentHash.of(note)).isNotEqualTo(hash);
        Bundle otherLink = Referrals.bundle("a");
        referral(otherLink)
                .getSubject()
                .setReference(otherLink.getEntry().get(1).getFullUrl());
        assertThat(ContentHash.of(otherLink)).isNotEqualTo(hash);
        Bundle dangling = Referrals.bundle("a");
        referral(dangling).getSubject().setReference("urn:uuid:nobody");
        assertThat(ContentHash.of(dangling)).isNotEqualTo(hash);
        Bundle condition = Referrals.bundle("a");
        condition.getEntryFirstRep().getRequest().setIfNoneExist("identifier=other");
        assertThat(ContentHash.of(condition)).isNotEqualTo(hash);
        Bundle extended = Referrals.bundle("a");
        referral(extended).getStatusElement().addExtension(new Extension("http://example.org/x", new StringType("x")));
        assertThat(ContentHash.of(extended)).isNotEqualTo(hash);
        Bundle contained = Referrals.bundle("a");
        referral(contained).addContained(new Patient().setId("c1"));
        Bundle renamed = Referrals.bundle("a");
        referral(renamed).addContained(new Patient().setId("c2"));
        assertThat(ContentHash.of(contained)).isNotEqualTo(hash).isNotEqualTo(ContentHash.of(renamed));
    }

    @Test
    void noTextCanLookLikeStructure() {
        Bundle one = Referrals.bundle("a");
        referral(one).getNoteFirstRep().setText("a}{note:Annotation{text:markdown{1=b");
        Bundle two = Referrals.bundle("a");
        referral(two).getNoteFirstRep().setText("a");
        referral(two).addNote().setText("b");
        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(two));
    }

    private static ServiceRequest referral(Bundle bundle) {
        return (ServiceRequest) bundle.getEntry().get(2).getResource();
    }
}
