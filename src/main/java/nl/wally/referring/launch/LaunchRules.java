package nl.wally.referring.launch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wally.conformance.Bsn;
import nl.wally.conformance.Canonicals;
import nl.wally.people.Identity;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What is taken of all that a HIS tells when it launches the form: what a referral may carry, and nothing else (W-10). */
final class LaunchRules {
    private static final int NUMBERS = 2;
    private static final int WAYS = 4;
    private static final int REASONS = 5;
    private static final Set<ContactPointSystem> REACHABLE =
            Set.of(ContactPointSystem.PHONE, ContactPointSystem.SMS, ContactPointSystem.EMAIL);

    private LaunchRules() {}

    /**
     * Who sits in front of the screen.
     *
     * @param issuer what the operator calls the HIS
     * @param subject what the HIS calls its user
     * @throws LaunchRefusedException when that is nobody
     */
    static Identity user(String issuer, @Nullable String subject) {
        try {
            return new Identity(issuer, Objects.requireNonNullElse(subject, ""));
        } catch (IllegalArgumentException nobody) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "user");
        }
    }

    /** The person without whatever else the HIS knows: no BSN, no doctor, no relatives, no extension. */
    static Patient needed(Patient told) {
        Patient needed = new Patient();
        told.getIdentifier().stream()
                .filter(number -> number.hasSystem() && number.hasValue() && !Bsn.is(number))
                .limit(NUMBERS)
                .forEach(number -> needed.addIdentifier(identifier(number)));
        name(told).ifPresent(name -> needed.addName(name(name)));
        needed.setGender(told.getGender());
        if (told.hasBirthDate()) {
            needed.getBirthDateElement()
                    .setValueAsString(told.getBirthDateElement().getValueAsString());
        }
        told.getTelecom().stream()
                .filter(way -> way.hasValue() && way.hasSystem() && REACHABLE.contains(way.getSystem()))
                .limit(WAYS)
                .forEach(way -> needed.addTelecom(new ContactPoint()
                        .setSystem(way.getSystem())
                        .setUse(way.getUse())
                        .setValue(way.getValue())));
        told.getAddress().stream().findFirst().ifPresent(place -> needed.addAddress(address(place)));
        return needed;
    }

    /**
     * Why the person is referred: what a referral may say of it. A diagnosis is left out, and of a code that is finer than ours
     * its beginning is taken.
     *
     * @param icpc codes of ICPC-1-NL
     * @param allowed whether a referral may carry this one
     */
    static List<Coding> reasons(List<String> icpc, Predicate<String> allowed) {
        return icpc.stream()
                .filter(Objects::nonNull)
                .flatMap(code -> Stream.of(code, code.replaceFirst("\\..*$", ""))
                        .filter(allowed)
                        .limit(1))
                .distinct()
                .limit(REASONS)
                .map(code -> new Coding().setSystem(Canonicals.ICPC_1_NL).setCode(code))
                .toList();
    }

    /** How the HIS calls the referral, if it says so in a system of its own. */
    static Optional<Identifier> transaction(Identifier told) {
        return told.hasSystem() && told.hasValue() && !Bsn.is(told) ? Optional.of(identifier(told)) : Optional.empty();
    }

    private static Identifier identifier(Identifier number) {
        return new Identifier().setSystem(number.getSystem()).setValue(number.getValue());
    }

    /** The name that counts, and none that is over. */
    private static Optional<HumanName> name(Patient told) {
        List<HumanName> names = told.getName().stream()
                .filter(name -> name.hasText() || name.hasFamily())
                .filter(name -> name.getUse() != NameUse.OLD)
                .toList();
        return names.stream()
                .filter(name -> name.getUse() == NameUse.OFFICIAL || name.getUse() == NameUse.USUAL)
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    private static HumanName name(HumanName told) {
        HumanName name = new HumanName().setFamily(told.getFamily()).setText(told.getText());
        told.getGiven().stream().map(StringType::getValue).forEach(name::addGiven);
        told.getPrefix().stream().map(StringType::getValue).forEach(name::addPrefix);
        return name;
    }

    private static Address address(Address told) {
        Address address = new Address().setPostalCode(told.getPostalCode()).setCity(told.getCity());
        told.getLine().stream().map(StringType::getValue).forEach(address::addLine);
        return address;
    }
}
