package nl.wally.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {
    @ParameterizedTest
    @CsvSource({
        "06-12345678, tel:0612345678",
        "(0570) 12 34 56, tel:0570123456",
        "+31 (0)6 12 34 56 78, tel:+31612345678",
        "+31(0)612345678, tel:+31612345678",
        "0031 (0)570-123456, tel:0031570123456"
    })
    void aTapCallsTheNumberHoweverItIsWritten(String written, String link) {
        var point = new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue(written);
        assertThat(Contact.of(List.of(point)))
                .singleElement()
                .extracting(Contact::link)
                .isEqualTo(link);
    }
}
