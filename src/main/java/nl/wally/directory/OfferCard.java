package nl.wally.directory;

import java.util.List;
import nl.wally.shared.Words;

/**
 * An offer as pages show it; what is not known is empty.
 *
 * @param reference for instance {@code HealthcareService/debt-desk}
 * @param areas areas of life, in the language of the reader
 * @param codes of these areas
 * @param registration whether one has to register first
 * @param active whether people can go there now
 */
public record OfferCard(
        String id,
        String reference,
        String name,
        String provider,
        List<String> areas,
        List<String> codes,
        String what,
        String whom,
        String where,
        String when,
        String remark,
        Words registration,
        Words waiting,
        Words group,
        String phone,
        String email,
        String site,
        boolean active) {
    public OfferCard {
        areas = List.copyOf(areas);
        codes = List.copyOf(codes);
    }

    /** Whether the website is one to which a page may lead. */
    public boolean linked() {
        return site.startsWith("https://") || site.startsWith("http://");
    }

    /** What a phone dials. */
    public String dials() {
        return phone.replaceAll("[^0-9+]", "");
    }
}
