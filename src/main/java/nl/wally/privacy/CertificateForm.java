package nl.wally.privacy;

import java.util.Date;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A certificate as Parameters; OperationDefinition {@code waw-erase} says what each part is. */
final class CertificateForm {
    private CertificateForm() {}

    static Parameters of(Certificate certificate) {
        var form = new Parameters();
        put(form, "id", new IdType(certificate.id().toString()));
        put(form, "at", new InstantType(Date.from(certificate.at())));
        put(form, "ground", new CodeType(certificate.ground()));
        put(form, "client", new StringType(certificate.client()));
        if (!certificate.agent().isEmpty()) {
            put(form, "agent", new StringType(certificate.agent()));
        }
        put(form, "practice", new StringType(certificate.practice()));
        certificate.coordination().forEach(one -> put(form, "coordination", new StringType(one)));
        put(form, "person", new StringType(certificate.person()));
        put(form, "whole", new BooleanType(certificate.whole()));
        certificate.parts().forEach(part -> put(form, "part", new StringType(part)));
        certificate.resources().forEach((type, count) -> count(form, "resources", type, count));
        certificate.rows().forEach((table, count) -> count(form, "rows", table, count));
        return form;
    }

    private static void put(Parameters form, String name, Type value) {
        form.addParameter().setName(name).setValue(value);
    }

    private static void count(Parameters form, String name, String what, int count) {
        var entry = form.addParameter().setName(name);
        entry.addPart().setName("of").setValue(new StringType(what));
        entry.addPart().setName("count").setValue(new IntegerType(count));
    }
}
