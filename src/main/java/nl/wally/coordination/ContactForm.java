package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Organization;

/** How a practice or somebody is reached (W-12). */
final class ContactForm {
    private static final String NAME = "name";
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";
    private static final String STREET = "street";
    private static final String CITY = "city";

    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 ()-]{5,24}");
    private static final Pattern MAILBOX = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private ContactForm() {}

    /** What the directory has of a practice now. */
    static Form of(Organization practice, Form form) {
        Address address = practice.getAddressFirstRep();
        return reach(practice.getTelecom(), form)
                .with(NAME, practice.hasName() ? practice.getName() : "")
                .with(STREET, street(address))
                .with(CITY, address.hasCity() ? address.getCity() : "");
    }

    static Form reach(List<ContactPoint> telecom, Form form) {
        return form.with(PHONE, first(telecom, ContactPointSystem.PHONE))
                .with(EMAIL, first(telecom, ContactPointSystem.EMAIL));
    }

    private static String street(Address address) {
        return address.getLine().isEmpty() ? "" : address.getLine().get(0).getValueNotNull();
    }

    static void apply(Form form, Organization practice) {
        String name = form.line(NAME);
        String street = form.optionalLine(STREET);
        String city = form.optionalLine(CITY);
        applyReach(form, practice.getTelecom(), false);
        if (!form.isGood()) {
            return;
        }
        practice.setName(name);
        Address address = practice.getAddressFirstRep();
        // Other lines, and the parts that a system named, stay with a street that stays.
        if (!street.equals(street(address))) {
            address.getLine().clear();
            if (!street.isEmpty()) {
                address.addLine(street);
            }
        }
        address.setCity(city.isEmpty() ? null : city);
        practice.getAddress().removeIf(Address::isEmpty);
    }

    /**
     * Puts the telephone number and the e-mail address in the place of the first of their kind; others stay.
     *
     * @param needed whether there has to be a telephone number
     */
    static void applyReach(Form form, List<ContactPoint> telecom, boolean needed) {
        String phone = needed ? form.line(PHONE) : form.optionalLine(PHONE);
        if (!phone.isEmpty() && !NUMBER.matcher(phone).matches()) {
            form.reject(PHONE, words("This is not a telephone number."));
        }
        String email = form.optionalLine(EMAIL);
        if (!email.isEmpty() && !MAILBOX.matcher(email).matches()) {
            form.reject(EMAIL, words("This is not an e-mail address."));
        }
        if (form.isGood()) {
            put(telecom, ContactPointSystem.PHONE, phone);
            put(telecom, ContactPointSystem.EMAIL, email);
        }
    }

    private static String first(List<ContactPoint> telecom, ContactPointSystem system) {
        return telecom.stream()
                .filter(way -> way.getSystem() == system && way.hasValue())
                .map(ContactPoint::getValue)
                .findFirst()
                .orElse("");
    }

    private static void put(List<ContactPoint> telecom, ContactPointSystem system, String value) {
        ContactPoint known = telecom.stream()
                .filter(way -> way.getSystem() == system)
                .findFirst()
                .orElse(null);
        if (value.isEmpty()) {
            telecom.remove(known);
        } else if (known == null) {
            telecom.add(new ContactPoint().setSystem(system).setValue(value));
        } else {
            known.setValue(value);
        }
    }
}
