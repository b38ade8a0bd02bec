package nl.wally.fhir;

/**
 * How many open referrals somebody has that stand the same way. A number, and of no person.
 *
 * @param owner who has them, for instance {@code PractitionerRole/wally-1}; empty while nobody has
 * @param status the status code of their Tasks
 */
public record Caseload(String owner, String status, int referrals) {}
