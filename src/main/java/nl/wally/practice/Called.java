package nl.wally.practice;

import java.util.List;
import org.hl7.fhir.r4.model.HumanName;

/** What somebody is called on a page: in full where one has to know who is meant, briefly in a sentence. */
record Called(String full, String brief) {
    static final Called NOBODY = new Called("", "");

    static Called of(List<HumanName> names) {
        if (names.isEmpty()) {
            return NOBODY;
        }
        HumanName name = names.get(0);
        String full = name.hasText() ? name.getText() : name.getNameAsSingleString();
        return new Called(full, name.hasGiven() ? name.getGiven().get(0).getValue() : full);
    }
}
