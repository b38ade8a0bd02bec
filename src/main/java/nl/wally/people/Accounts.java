package nl.wally.people;

import java.util.List;
import java.util.Optional;

/** Accounts of the server itself. Only the demo region has some; elsewhere people sign in at the operator's provider. */
public interface Accounts {
    /** What these identities have as issuer; no provider can be called so. */
    String ISSUER = "demo";

    /** Who this is, if name and password are right. */
    Optional<Identity> prove(String name, String password);

    /** The names, to be shown: everybody may know them. */
    List<String> names();
}
