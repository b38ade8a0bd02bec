package nl.wally.referring.launch;

import java.net.URI;

/**
 * A HIS that may launch the form by SMART App Launch, as the operator knows it.
 *
 * @param iss the address of its FHIR API, which it calls itself in a launch; also how the issuer of its users is written in the
 *     file of identities
 * @param organization the practice that works with it, for instance {@code Organization/practice-1}
 * @param clientId how it knows this server
 * @param signing whether this server proves to it who it is, by its key ({@code private_key_jwt})
 */
record His(URI iss, String organization, String clientId, boolean signing) {
    /** The address of something below its FHIR API. */
    URI at(String path) {
        return URI.create(iss + "/" + path);
    }
}
