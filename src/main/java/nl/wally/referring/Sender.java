package nl.wally.referring;

/**
 * Who refers.
 *
 * @param practice for instance {@code Organization/practice-1}
 * @param role as whom, for instance {@code PractitionerRole/gp-1}
 * @param patients the identifier system of the practice's patients
 * @param referrals the identifier system of the practice's referrals
 */
record Sender(String practice, String role, String patients, String referrals) {}
